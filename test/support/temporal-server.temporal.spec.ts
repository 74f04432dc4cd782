import { choosePort } from '@kerjasama/stack/ports';
import { startTemporalServer, type TemporalServer } from './temporal-server';

const started: TemporalServer[] = [];

async function start(nextPort?: () => Promise<number>): Promise<TemporalServer> {
  const server = await startTemporalServer({ timeSkipping: false, ...(nextPort === undefined ? {} : { nextPort }) });
  started.push(server);
  return server;
}

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});

const portOf = ({ address }: TemporalServer) => Number(address.split(':')[1]);

test('a port that another server took between its choice and the start: the start is tried again on the next', async () => {
  const faster = await start();
  const next = await choosePort(0);
  const ports = [portOf(faster), portOf(faster), next];
  const server = await start(() => Promise.resolve(ports.shift() ?? 0));
  expect(portOf(server)).toBe(next);
});

test('a port that is taken every time: the error says so', async () => {
  const faster = await start();
  await expect(start(() => Promise.resolve(portOf(faster)))).rejects.toThrow('address already in use');
});
