import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again for what must come, at most ten seconds. */
export async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await pause(100);
  }
  throw new Error('It did not come within ten seconds');
}
