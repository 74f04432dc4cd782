import { generateKeyPairSync } from 'node:crypto';

import { type ActTicket, type SignedAct } from './act-ticket';
import { createTicketSigner, createTicketVerifier } from './ticket-signature';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const sign = createTicketSigner(privateKey, () => new Date('2027-11-19T02:00:00.000Z'));
const verify = createTicketVerifier(publicKey);

const WORKFLOW = 'pks/PKS-2027-001/2028';
const input = { textSha256: 'ab'.repeat(32), number: 'PKS/1/2027' };
const expected = { act: 'sign-agreement', workflow: WORKFLOW };
const ticket = sign(
  { act: 'sign-agreement', workflow: WORKFLOW, subject: 's-1', agency: 'kemensos', role: 'checker', key: 'k-1' },
  input,
);

test('what the API signed for this act is believed, whatever the order of the body’s fields', () => {
  const reordered = { number: input.number, textSha256: input.textSha256 };
  expect(verify({ ticket, input: reordered }, expected)).toEqual({ refused: false, value: ticket });
});

test('another act, another workflow or another body is refused', () => {
  expect(verify({ ticket, input }, { ...expected, act: 'close-books' })).toMatchObject({ code: 'TICKET_MISMATCH' });
  expect(verify({ ticket, input }, { ...expected, workflow: 'pks/PKS-2027-002/2028' })).toMatchObject({
    code: 'TICKET_MISMATCH',
  });
  expect(verify({ ticket, input: { ...input, number: 'X' } }, expected)).toMatchObject({ code: 'TICKET_MISMATCH' });
});

test.each<[string, Partial<ActTicket>]>([
  ['somebody else', { subject: 's-2' }],
  ['the other agency', { agency: 'bpjs-tk' }],
  ['another role', { role: 'maker' }],
  ['another key', { key: 'k-2' }],
  ['another moment', { issuedAt: '2027-11-20T02:00:00.000Z' }],
  ['another body', { bodyHash: 'cd'.repeat(32) }],
  ['an empty signature', { signature: '' }],
  ['a padded signature', { signature: `${ticket.signature}=` }],
])('a ticket changed to name %s is forged', (_change, change) => {
  expect(verify({ ticket: { ...ticket, ...change }, input }, expected)).toMatchObject({ code: 'FORGED_TICKET' });
});

test('a raw client’s rubbish in a ticket’s place is forged, never an error', () => {
  for (const rubbish of [undefined, null, 1, 'x', {}, { signature: 1 }, { signature: 'x', v: 1.5 }]) {
    const signed = { ticket: rubbish, input } as unknown as SignedAct<unknown>;
    expect(verify(signed, expected)).toMatchObject({ code: 'FORGED_TICKET' });
  }
});

test('another key’s signature is forged', () => {
  const other = createTicketSigner(generateKeyPairSync('ed25519').privateKey, () => new Date(0));
  const stranger = other({ ...ticket }, input);
  expect(verify({ ticket: stranger, input }, expected)).toMatchObject({ code: 'FORGED_TICKET' });
});
