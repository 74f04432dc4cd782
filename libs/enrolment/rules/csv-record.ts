/** What is wrong with one line of CSV; `unclosed` may be right together with the line after it. */
export type CsvFault = 'unclosed' | 'stray';

/** The fields of one record (RFC 4180, without its line end), or what is wrong with it. Nothing is trimmed. */
export function splitRecord(text: string, delimiter: string): readonly string[] | CsvFault {
  if (!text.includes('"')) return text.split(delimiter);
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = text[at] === '"';
    const end = quoted ? closingQuote(text, at + 1) + 1 : plainEnd(text, at, delimiter);
    if (quoted && end === 0) return 'unclosed';
    const field = quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end);
    if (!quoted && field.includes('"')) return 'stray';
    fields.push(field);
    if (end === text.length) return fields;
    if (text[end] !== delimiter) return 'stray';
    at = end + 1;
  }
}

/** Where the quote of a field opens at `from - 1` closes; -1 when it does not. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function plainEnd(text: string, from: number, delimiter: string): number {
  const end = text.indexOf(delimiter, from);
  return end === -1 ? text.length : end;
}
