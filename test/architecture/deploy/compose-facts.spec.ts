import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../sources';

/*
 * deploy/compose-facts.mjs holds what compose's parser does not care about. CI gives it the real file (deploy/validate-compose.sh,
 * which needs Go); here it is seen that each of its promises can be broken and is then found.
 */

type Service = Record<string, unknown>;
interface Model {
  services: Record<string, Service>;
  networks: Record<string, unknown>;
  secrets: Record<string, unknown>;
}

/** A small house without fault, as compose's parser prints it. */
function model(): Model {
  const standing = (more: Service): Service => ({
    restart: 'unless-stopped',
    security_opt: ['no-new-privileges:true'],
    healthcheck: { test: ['CMD', 'true'] },
    deploy: { resources: { limits: { memory: '1073741824' } } },
    ...more,
  });
  return {
    services: {
      postgres: standing({
        image: 'postgres:18.4-bookworm',
        networks: { facts: null },
        environment: { POSTGRES_PASSWORD_FILE: '/run/secrets/postgres_password' },
        secrets: [{ source: 'postgres_password' }],
        volumes: [{ type: 'volume', source: 'postgres', target: '/var/lib/postgresql' }],
      }),
      migrate: {
        image: 'kerjasama:0.1.0',
        restart: 'on-failure:5',
        security_opt: ['no-new-privileges:true'],
        networks: { facts: null },
        depends_on: { postgres: { condition: 'service_healthy' } },
      },
      'temporal-ui': standing({
        image: 'temporalio/ui:2.54.1',
        networks: { api: null },
        environment: { TEMPORAL_DISABLE_WRITE_ACTIONS: 'true' },
      }),
      api: standing({
        image: 'kerjasama:0.1.0',
        networks: { facts: null, api: null },
        environment: { DATABASE_URL: 'postgres://api@postgres:5432/kerjasama' },
        ports: [{ host_ip: '127.0.0.1', published: '3000', target: 3000 }],
        depends_on: { migrate: { condition: 'service_completed_successfully' } },
      }),
    },
    networks: { facts: { internal: true }, api: null },
    secrets: { postgres_password: { file: '/srv/kerjasama/deploy/secrets/postgres_password' } },
  };
}

function judge(input: string): { exit: number | null; faults: string[] } {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'deploy', 'compose-facts.mjs')], {
    input,
    encoding: 'utf8',
  });
  return { exit: status, faults: stderr.trim().split('\n').filter(Boolean) };
}

test('a file that keeps every promise', () => {
  expect(judge(JSON.stringify(model()))).toEqual({ exit: 0, faults: [] });
});

const BROKEN: readonly (readonly [what: string, service: string, change: Service, fault: string])[] = [
  ['an image that moves', 'postgres', { image: 'postgres:18' }, 'not pinned'],
  ['an image without a tag', 'api', { image: 'kerjasama' }, 'not pinned'],
  ['a service that stays down', 'api', { restart: 'no' }, 'does not come back'],
  ['no health check', 'api', { healthcheck: undefined }, 'no health check'],
  ['a health check switched off', 'api', { healthcheck: { disable: true } }, 'no health check'],
  ['no memory limit', 'api', { deploy: undefined }, 'no memory limit'],
  ['a job tried for ever', 'migrate', { restart: 'always' }, 'not for ever'],
  [
    'a password in the file',
    'postgres',
    { environment: { POSTGRES_PASSWORD: 'x' } },
    'POSTGRES_PASSWORD is not given by file',
  ],
  [
    'a password in an address',
    'api',
    { environment: { DATABASE_URL: 'postgres://api:x@postgres/k' } },
    'holds a password',
  ],
  ['a port open to the world', 'api', { ports: [{ published: '3000', target: 3000 }] }, 'published to the world'],
  ['a database on an open network', 'postgres', { networks: { api: null } }, 'can be reached from outside'],
  [
    'data where images before 18 kept it',
    'postgres',
    { volumes: [{ type: 'volume', target: '/var/lib/postgresql/data' }] },
    'keeps its data elsewhere',
  ],
  [
    'data in a folder of the host',
    'postgres',
    { volumes: [{ type: 'bind', target: '/var/lib/postgresql' }] },
    'keeps its data elsewhere',
  ],
  ['a UI that may write', 'temporal-ui', { environment: {} }, 'the UI may write'],
  [
    'a start before the migrations are done',
    'migrate',
    { depends_on: { postgres: { condition: 'service_started' } } },
    'does not wait',
  ],
  ['a process that may gain privileges', 'api', { security_opt: [] }, 'may gain privileges'],
];

test.each(BROKEN)('%s is found', (_, service, change, fault) => {
  const broken = model();
  broken.services[service] = { ...broken.services[service], ...change };
  const { exit, faults } = judge(JSON.stringify(broken));
  expect(exit).toBe(1);
  expect(faults.join('\n')).toContain(fault);
});

test('a secret that nobody needs, or that lies elsewhere, is found', () => {
  const broken = model();
  broken.secrets['spare'] = { file: '/etc/spare' };
  expect(judge(JSON.stringify(broken)).faults).toEqual([
    'secret spare: is not a file in deploy/secrets',
    'secret spare: nobody uses it',
  ]);
});

test('nothing to judge is not taken for a good file', () => {
  expect(judge('').exit).toBe(2);
  expect(judge('{}').exit).toBe(1);
});
