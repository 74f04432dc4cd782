/** A line of the input, or the sign that one was longer than may be held in memory. */
export type InputLine = { readonly text: string } | { readonly tooLong: true };

/** Longer than any request by far, short enough to be held. */
export const LONGEST_LINE = 1_048_576;

/**
 * Splits a stream of bytes into lines, and gives those that each of its pieces completes. Holds no more than one piece
 * and one line, however long the input makes it.
 */
export async function* splitLines(
  input: AsyncIterable<Uint8Array>,
  longest = LONGEST_LINE,
): AsyncGenerator<InputLine[]> {
  const decoder = new TextDecoder();
  let held = '';
  let tooLong = false;
  for await (const chunk of input) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    held += tooLong ? '' : first;
    const lines: InputLine[] = [];
    for (const next of others) {
      lines.push(tooLong || held.length > longest ? { tooLong: true } : { text: held });
      held = next;
      tooLong = false;
    }
    if (held.length > longest) [held, tooLong] = ['', true];
    yield lines;
  }
  held += decoder.decode();
  if (tooLong || held.length > longest) yield [{ tooLong: true }];
  else if (held !== '') yield [{ text: held }];
}
