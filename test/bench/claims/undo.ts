/** What must be taken away again, whatever happens: done in the reverse order, each step although another failed. */
export class Undo {
  private readonly steps: (() => unknown)[] = [];
  private over = false;

  /** Before the thing itself is put up. @throws when all is undone already, so that interrupted work goes no further */
  add(step: () => unknown): void {
    if (this.over) throw new Interrupted('Everything is being removed');
    this.steps.push(step);
  }

  /** @throws the first failure, after all steps were tried */
  async all(): Promise<void> {
    this.over = true;
    const failures: unknown[] = [];
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}

/** Ctrl-C, or a polite kill. */
export class Interrupted extends Error {}

/** Does the work, then undoes what it has put up: at its end, when it throws, and when somebody interrupts it. */
export async function undoing<T>(work: (undo: Undo) => Promise<T>): Promise<T> {
  const undo = new Undo();
  let interrupt: () => void = () => undefined;
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = () => {
      reject(new Interrupted('Interrupted: what was started is being removed'));
    };
  });
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, interrupt);
  try {
    return await Promise.race([work(undo), interrupted]);
  } finally {
    await undo.all();
    for (const signal of signals) process.off(signal, interrupt);
  }
}
