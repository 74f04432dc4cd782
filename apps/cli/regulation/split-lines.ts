/** A line of the input, or the sign that one was longer than may be held in memory. */
export type InputLine = { readonly text: string } | { readonly tooLong: true };

/** Longer than any request by far, short enough to be held. */
export const LONGEST_LINE = 1_048_576;

/** Splits a stream of bytes into lines and holds no more than one of them, however long the input makes it. */
export async function* splitLines(input: AsyncIterable<Uint8Array>, longest = LONGEST_LINE): AsyncGenerator<InputLine> {
  const decoder = new TextDecoder();
  let held = '';
  let tooLong = false;
  for await (const chunk of input) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    held += tooLong ? '' : first;
    for (const next of others) {
      yield tooLong || held.length > longest ? { tooLong: true } : { text: held };
      held = next;
      tooLong = false;
    }
    if (held.length > longest) [held, tooLong] = ['', true];
  }
  held += decoder.decode();
  if (tooLong || held.length > longest) yield { tooLong: true };
  else if (held !== '') yield { text: held };
}
