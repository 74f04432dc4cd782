import * as fc from 'fast-check';

import { canonicalJson } from './canonical-json';

test('the keys of RFC 8785, section 3.2.3, stand in the order of their UTF-16 units', () => {
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
  const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
  expect(text).toBe('{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\u{1f600}":0,"\ufb33":0}');
});

test('the string of RFC 8785, section 3.2.2, is written with the shortest escapes', () => {
  expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  expect(canonicalJson('\b\t\f\u0000\u007f\u2028')).toBe('"\\b\\t\\f\\u0000\u007f\u2028"');
});

test('literals and safe integers', () => {
  expect(canonicalJson([null, true, false, 0, -0, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])).toBe(
    '[null,true,false,0,0,9007199254740991,-9007199254740991]',
  );
});

test('a key named like a part of the prototype is a key', () => {
  expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"a":2}}'))).toBe('{"__proto__":{"a":2},"b":1}');
});

test.each<[string, unknown]>([
  ['a fraction', 0.1],
  ['an unsafe integer', 2 ** 53],
  ['NaN', Number.NaN],
  ['infinity', Infinity],
  ['a bigint', 1n],
  ['undefined', undefined],
  ['an undefined member', { a: undefined }],
  ['a hole in an array', Array(2)],
  ['a function', () => 1],
  ['a symbol', Symbol('a')],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['a buffer', Buffer.of(1)],
  ['a lone high surrogate', 'a\ud800'],
  ['a lone low surrogate', '\udc00a'],
  ['surrogates in the wrong order', '\udc00\ud800'],
  ['a lone surrogate as a key', { '\ud800': 1 }],
])('%s is refused', (_what, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
  expect(() => canonicalJson({ deep: [value] })).toThrow(TypeError);
});

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value')),
  ),
})).value;

test('reading it back gives the same value and writing that the same text', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

test('the order in which keys were written does not matter', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.maxSafeInteger()), (object) => {
      const reversed = Object.fromEntries(Object.entries(object).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(object));
    }),
  );
});
