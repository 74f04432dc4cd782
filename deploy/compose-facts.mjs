#!/usr/bin/env node
/**
 * What we promise of docker-compose.yml beyond being well-formed. Reads the model that compose's parser printed (JSON) on
 * stdin; prints one line a fault; exit 0 when there is none, 1 when there are some, 2 when there is no model.
 */
import { readFileSync } from 'node:fs';

const SECRETS = '/run/secrets/';
const SECRET_NAME = /(PASSWORD|PWD|SECRET|TOKEN|CREDENTIALS?)(_FILE)?$/;
const JOB = 'service_completed_successfully';
const asArray = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

let model;
try {
  model = JSON.parse(readFileSync(0, 'utf8'));
} catch {
  console.error('compose-facts: no model on stdin; see validate-compose.sh');
  process.exit(2);
}

const services = Object.entries(model.services ?? {});
const dependencies = services.flatMap(([, service]) => Object.entries(service.depends_on ?? {}));
const jobs = new Set(dependencies.filter(([, { condition }]) => condition === JOB).map(([name]) => name));

const faults = [
  ...(services.length === 0 ? ['there are no services'] : []),
  ...services.flatMap(([name, service]) => faultsOf(name, service).map((fault) => `${name}: ${fault}`)),
  ...faultsOfSecrets(),
];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`docker-compose.yml: ${services.length} services, ${jobs.size} of them jobs, no fault`);

function faultsOf(name, service) {
  return [
    ...imageFaults(service),
    ...(jobs.has(name) ? jobFaults(service) : standingFaults(service)),
    ...environmentFaults(service.environment ?? {}),
    ...networkFaults(name, service),
    ...Object.entries(service.depends_on ?? {})
      .filter(([other, { condition }]) => condition !== (jobs.has(other) ? JOB : 'service_healthy'))
      .map(([other]) => `does not wait until ${other} is healthy or done`),
    ...(service.privileged === true ? ['is privileged'] : []),
    ...(asArray(service.security_opt).includes('no-new-privileges:true') ? [] : ['may gain privileges']),
  ];
}

/** `postgres:18` moves under one's feet; `postgres:18.4-bookworm` does not. */
function imageFaults({ image }) {
  return /:\d+\.\d+(\.\d+)?(-[a-z]+)?$/.test(image ?? '') ? [] : [`image ${image} is not pinned to an exact version`];
}

function jobFaults({ restart, ports }) {
  return [
    ...(/^on-failure:\d+$/.test(restart ?? '') ? [] : ['a job must be tried a few times, not for ever']),
    ...(asArray(ports).length > 0 ? ['a job publishes ports'] : []),
  ];
}

function standingFaults({ restart, healthcheck, deploy }) {
  return [
    ...(restart === 'unless-stopped' ? [] : ['does not come back after a crash or a reboot']),
    ...(asArray(healthcheck?.test).length > 1 && !healthcheck.disable ? [] : ['has no health check']),
    ...(deploy?.resources?.limits?.memory ? [] : ['has no memory limit']),
  ];
}

function environmentFaults(environment) {
  return Object.entries(environment).flatMap(([key, value]) => [
    ...(SECRET_NAME.test(key) &&
    !/^(true|false)$/.test(String(value)) &&
    !(key.endsWith('_FILE') && String(value).startsWith(SECRETS))
      ? [`${key} is not given by file`]
      : []),
    ...(/^[a-z+]+:\/\/[^/@]*:[^/@]+@/.test(String(value)) ? [`${key} holds a password`] : []),
  ]);
}

function networkFaults(name, service) {
  const internal = (network) => model.networks?.[network]?.internal === true;
  const networks = Object.keys(service.networks ?? {});
  const published = asArray(service.ports);
  return [
    ...published
      .filter((port) => port.host_ip !== '127.0.0.1')
      .map((port) => `port ${port.published} is published to the world`),
    ...(networks.length === 0 ? ['is on no network of its own'] : []),
    ...(['postgres', 'temporal'].includes(name) && !networks.every(internal) ? ['can be reached from outside'] : []),
    ...(name === 'postgres' && !asArray(service.volumes).some(isPostgresVolume)
      ? ['keeps its data elsewhere than in a named volume at /var/lib/postgresql']
      : []),
    ...(name === 'temporal-ui' && String(service.environment?.TEMPORAL_DISABLE_WRITE_ACTIONS) !== 'true'
      ? ['the UI may write']
      : []),
  ];
}

function isPostgresVolume({ type, target }) {
  return type === 'volume' && target === '/var/lib/postgresql';
}

/** Every secret is a file outside the repository's tracked folders, and somebody needs it; a role's password has one user. */
function faultsOfSecrets() {
  const users = (secret) =>
    services.filter(([, service]) => asArray(service.secrets).some(({ source }) => source === secret)).map(([n]) => n);
  return Object.entries(model.secrets ?? {}).flatMap(([secret, { file }]) => [
    ...(/\/deploy\/secrets\/[^/]+$/.test(file ?? '') ? [] : [`secret ${secret}: is not a file in deploy/secrets`]),
    ...(users(secret).length > 0 ? [] : [`secret ${secret}: nobody uses it`]),
    ...(secret.endsWith('_private') && users(secret).length !== 1 ? [`secret ${secret}: more than one holder`] : []),
  ]);
}
