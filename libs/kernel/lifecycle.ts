/** A stage's lawful moves: status × act → status. Every status has its row, so a new one does not compile without it. */
export type Transitions<Status extends string, Act extends string> = Readonly<
  Record<Status, Readonly<Partial<Record<Act, Status>>>>
>;

/** Where an act leads from a status; undefined when the act is out of order there. */
export function nextStatus<Status extends string, Act extends string>(
  transitions: Transitions<Status, Act>,
  status: Status,
  act: Act,
): Status | undefined {
  return transitions[status][act];
}
