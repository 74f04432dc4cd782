import { type Who } from './who';

/** The people of the embedded stack, invented. They exist in no live system: production asks a real identity provider. */
export const DEMO_PEOPLE = {
  'kemensos-maker': person('demo-01', 'kemensos', 'maker', 'Wening Prabasari'),
  'kemensos-checker': person('demo-02', 'kemensos', 'checker', 'Bagas Anggoro'),
  'bpjs-tk-maker': person('demo-03', 'bpjs-tk', 'maker', 'Lintang Sihotang'),
  'bpjs-tk-checker': person('demo-04', 'bpjs-tk', 'checker', 'Yosua Manikam'),
  'bpjs-tk-claims-officer': person('demo-05', 'bpjs-tk', 'claims-officer', 'Ratri Lestaluhu'),
  'bpjs-tk-claims-approver': person('demo-06', 'bpjs-tk', 'claims-approver', 'Made Wirasena'),
  auditor: person('demo-07', 'house', 'auditor', 'Tiur Hadikusuma'),
  operator: person('demo-08', 'house', 'operator', 'Galih Tenggara'),
} as const satisfies Record<string, Who>;

export type DemoPerson = keyof typeof DEMO_PEOPLE;

export function isDemoPerson(key: string): key is DemoPerson {
  return Object.hasOwn(DEMO_PEOPLE, key);
}

function person(subject: string, agency: Who['agency'], role: Who['roles'][number], name: string): Who {
  return { subject, agency, roles: [role], name };
}
