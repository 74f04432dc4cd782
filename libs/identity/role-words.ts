import { type Text } from '@kerjasama/kernel/text';
import { type Role } from './who';

const ROLE_WORDS = {
  maker: { id: 'pembuat', en: 'the maker' },
  checker: { id: 'pemeriksa', en: 'the checker' },
  'claims-officer': { id: 'petugas klaim', en: 'the claims officer' },
  'claims-approver': { id: 'penyetuju klaim', en: 'the claims approver' },
  auditor: { id: 'auditor', en: 'the auditor' },
  operator: { id: 'operator', en: 'the operator' },
} as const satisfies Readonly<Record<Role, Text>>;

const SYSTEM: Text = { id: 'sistem', en: 'the system' };

/** A role as people read it; null is the system itself. */
export function roleWords(role: Role | null): Text {
  return role === null ? SYSTEM : ROLE_WORDS[role];
}
