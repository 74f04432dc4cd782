import { AUTHORITY, roleFor } from './authority';
import { COMMANDS } from './commands';
import { DEMO_PEOPLE, isDemoPerson } from './demo-people';
import { isRoleOf, type Who } from './who';

const people: readonly Who[] = Object.values(DEMO_PEOPLE);

test('every command has somebody among the demo people who may give it', () => {
  for (const command of COMMANDS) expect(people.filter((who) => roleFor(who, command) !== null)).not.toEqual([]);
});

test('nobody is given a role that its agency does not have', () => {
  for (const { agency, role } of Object.values(AUTHORITY).flat()) expect(isRoleOf(agency, role)).toBe(true);
  for (const { agency, roles } of people) for (const role of roles) expect(isRoleOf(agency, role)).toBe(true);
});

test('the same role in the other agency gives nothing', () => {
  expect(roleFor(DEMO_PEOPLE['bpjs-tk-maker'], 'draft-agreement')).toBeNull();
  expect(roleFor(DEMO_PEOPLE['kemensos-maker'], 'draft-agreement')).toBe('maker');
});

test('an auditor may give no command, an operator only retry work', () => {
  expect(COMMANDS.filter((command) => roleFor(DEMO_PEOPLE.auditor, command))).toEqual([]);
  expect(COMMANDS.filter((command) => roleFor(DEMO_PEOPLE.operator, command))).toEqual(['retry-work']);
});

test('what is prepared and what is approved are never the same role', () => {
  const pairs = [
    ['propose-allocation', 'approve-allocation'],
    ['submit-roster', 'decree-beneficiaries'],
    ['request-payment', 'order-payment'],
  ] as const;
  for (const [make, check] of pairs)
    for (const who of people) expect([roleFor(who, make), roleFor(who, check)]).toContain(null);
});

test('demo people have subjects of their own', () => {
  expect(new Set(people.map(({ subject }) => subject)).size).toBe(people.length);
  expect([isDemoPerson('auditor'), isDemoPerson('toString')]).toEqual([true, false]);
});
