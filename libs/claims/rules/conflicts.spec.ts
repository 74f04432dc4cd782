import { claimId } from '@kerjasama/kernel/ids';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { type ClaimedEvent, judgeConflicts, type OtherClaim } from './conflicts';

const accident = (from: string, until: string): ClaimedEvent => ({
  kind: 'work-accident',
  eventOn: plainDate(from),
  untilOn: plainDate(until),
});
const death = (on: string, kind: 'death' | 'accident-death' = 'death'): ClaimedEvent => ({
  kind,
  eventOn: plainDate(on),
  untilOn: plainDate(on),
});
const known = (event: ClaimedEvent, sent = false): OtherClaim => ({ ...event, claim: claimId('PKS-1.2028.7'), sent });

test.each<[string, ClaimedEvent, OtherClaim, string | null]>([
  [
    'the same accident again',
    accident('2028-06-01', '2028-06-10'),
    known(accident('2028-06-01', '2028-06-10')),
    'EVENT_ALREADY_CLAIMED',
  ],
  [
    'an accident that overlaps by one day',
    accident('2028-06-10', '2028-06-12'),
    known(accident('2028-06-01', '2028-06-10')),
    'EVENT_ALREADY_CLAIMED',
  ],
  [
    'an accident before, that reaches into it',
    accident('2028-05-30', '2028-06-01'),
    known(accident('2028-06-01', '2028-06-10'), true),
    'EVENT_ALREADY_CLAIMED',
  ],
  [
    'an accident the day after',
    accident('2028-06-11', '2028-06-12'),
    known(accident('2028-06-01', '2028-06-10')),
    null,
  ],
  [
    'an accident the day after the death',
    accident('2028-06-02', '2028-06-02'),
    known(death('2028-06-01')),
    'AFTER_DEATH',
  ],
  ['incapacity beyond the death', accident('2028-05-01', '2028-06-02'), known(death('2028-06-01')), 'AFTER_DEATH'],
  ['incapacity up to the death', accident('2028-05-01', '2028-06-01'), known(death('2028-06-01')), null],
  [
    'a second death of another kind',
    death('2028-06-03', 'accident-death'),
    known(death('2028-06-01')),
    'DEATH_ALREADY_CLAIMED',
  ],
  [
    'a death within claimed incapacity',
    death('2028-06-05'),
    known(accident('2028-06-01', '2028-06-10')),
    'CLAIMED_AFTER_DEATH',
  ],
  [
    'a death within incapacity that was paid',
    death('2028-06-05'),
    known(accident('2028-06-01', '2028-06-10'), true),
    null,
  ],
  ['a death on the last day of incapacity', death('2028-06-10'), known(accident('2028-06-01', '2028-06-10')), null],
])('%s', (_, claim, other, code) => {
  expect(judgeConflicts(claim, [other])?.code ?? null).toBe(code);
});

test('the other claim is named, so that an officer can look at it', () => {
  const refusal = judgeConflicts(death('2028-06-03'), [known(death('2028-06-01'))]);
  expect(refusal).toMatchObject({
    details: { claim: 'PKS-1.2028.7' },
    remedy: { id: expect.stringContaining('PKS-1.2028.7') as string },
  });
});
