import { type PlainDate } from '@kerjasama/kernel/plain-date';

export type MoveTo = (day: PlainDate) => Promise<void>;

/** A story that lives on the clock it is given. */
export type Story = (moveTo: MoveTo) => Promise<void>;

interface Turn {
  readonly day: PlainDate;
  readonly go: () => void;
  readonly fail: (reason: unknown) => void;
}

/**
 * Plays stories on one clock. One acts at a time; when each of them waits for a day or is over, time passes to the
 * earliest day that is waited for, even if that is today: what was under way then gets the time to settle. A story that
 * fails does not stop the others.
 * @throws AggregateError with what each failed story threw
 */
export async function playTogether(stories: readonly Story[], letTimePass: MoveTo): Promise<void> {
  const turns: (() => void)[] = [];
  let waiting: readonly Turn[] = [];

  const passTime = (): void => {
    const [day] = waiting.map((turn) => turn.day).sort();
    if (day === undefined) return;
    letTimePass(day).then(
      () => {
        turns.push(...waiting.filter((turn) => turn.day <= day).map(({ go }) => go));
        waiting = waiting.filter((turn) => turn.day > day);
        giveTurn();
      },
      (error: unknown) => {
        const stuck = waiting;
        waiting = [];
        for (const { fail } of stuck) fail(error);
      },
    );
  };
  const giveTurn = (): void => {
    const go = turns.shift();
    if (go === undefined) passTime();
    else go();
  };
  const moveTo: MoveTo = (day) =>
    new Promise((go, fail) => {
      waiting = [...waiting, { day, go, fail }];
      giveTurn();
    });

  const played = stories.map(async (story) => {
    await new Promise<void>((go) => turns.push(go));
    await story(moveTo).finally(giveTurn);
  });
  giveTurn();
  const ends = await Promise.allSettled(played);
  const failed = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} of ${stories.length} stories failed`);
}
