/** Half of a character outside the basic plane, alone: no UTF-8 exists for it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * RFC 8785 text of a JSON value made of strings, safe integers, booleans, nulls, arrays and plain objects: the one text
 * of a value, whatever the order of its keys. Throws `TypeError` on anything else (fractions, undefined, dates, lone
 * surrogates), because what is hashed must mean the same to every reader.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value);
    case 'boolean':
      return String(value);
    case 'number':
      if (Number.isSafeInteger(value)) return JSON.stringify(value);
      throw new TypeError(`Canonical JSON holds safe integers only, not ${value}`);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value);
    case 'bigint':
    case 'function':
    case 'symbol':
    case 'undefined':
      throw new TypeError(`Canonical JSON holds no ${typeof value}`);
  }
}

function canonicalString(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new TypeError('Canonical JSON holds no lone surrogate');
  return JSON.stringify(text);
}

/** By index, so that a hole in the array is met as `undefined` and refused. */
function canonicalArray(items: readonly unknown[]): string {
  return `[${Array.from(items, canonicalJson).join(',')}]`;
}

function canonicalObject(object: object): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('Canonical JSON holds plain objects only');
  // The default order of `sort` is that of UTF-16 code units: the order RFC 8785 asks for.
  const members = Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, value]) => `${canonicalString(key)}:${canonicalJson(value)}`).join(',')}}`;
}
