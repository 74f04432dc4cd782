import { once } from 'node:events';
import { createServer } from 'node:net';
import { choosePort, isPortFree } from './ports';

test('a port that was chosen and is not in use yet is chosen for nobody else, and can be listened on', async () => {
  const chosen: number[] = [];
  for (let times = 0; times < 300; times += 1) chosen.push(await choosePort(0));
  expect(new Set(chosen).size).toBe(chosen.length);
  expect(await isPortFree(chosen[0] ?? 0)).toBe(true);
});

test('a usual port is had when it is free, and another when it is in use or taken', async () => {
  const usual = await choosePort(0);
  expect(await choosePort(usual)).toBe(usual);
  expect(await choosePort(usual, new Set([usual]))).not.toBe(usual);
  const server = createServer().listen(usual, '127.0.0.1');
  await once(server, 'listening');
  expect(await isPortFree(usual)).toBe(false);
  expect(await choosePort(usual)).not.toBe(usual);
  server.close();
});
