/** A stream of numbers that depends on its seed alone: the same people on every machine and every day. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below(limit: number): number;
  pick<T>(choices: readonly T[]): T;
}

/** Mulberry32 (public domain, T. Ettinger): 32 bits of state, good enough for people who do not exist. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    below,
    pick: (choices) => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new RangeError('Nothing to choose from');
      return chosen;
    },
  };
}

/** A stream of its own for each row, so that one row can be written without all before it. */
export function rowRandom(seed: number, index: number): Random {
  return seededRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
}
