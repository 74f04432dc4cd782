import { CLAIM_OFFICER_ACTS, CLAIM_SYSTEM_ACTS } from '@kerjasama/claims/acts';
import { CLAIM } from '@kerjasama/claims/kind';
import { type Edge, edgesOf, type LeadingAct, turnsOf } from '@kerjasama/act/lifecycle';
import { type Wait } from '@kerjasama/identity/turn';

/** A kind of subject with all that can be done to it. */
export interface ActKind {
  readonly kind: string;
  readonly waits: Readonly<Record<string, Wait | null>>;
  readonly officers: readonly (LeadingAct & { readonly command: string })[];
  readonly system: readonly (LeadingAct & { readonly step: string })[];
}

/** Every kind whose acts are defined. */
export const ACT_KINDS: readonly ActKind[] = [
  { kind: CLAIM.kind, waits: CLAIM.waits, officers: CLAIM_OFFICER_ACTS, system: CLAIM_SYSTEM_ACTS },
];

export function edgesOfKind({ officers, system }: ActKind): Edge[] {
  return edgesOf(officers, system);
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const rowOf = (values: readonly (string | null)[]): string =>
  `  (${values.map((value) => (value === null ? 'null' : literal(value))).join(', ')})`;
const insert = (into: string, rows: readonly (readonly (string | null)[])[]): string =>
  `insert into ${into} values\n${rows.map(rowOf).join(',\n')};\n`;

/** The migration that puts statuses, turns and edges into the database. */
export function actTables(kinds: readonly ActKind[]): string {
  const statuses = kinds.flatMap(({ kind, waits }) =>
    Object.entries(waits).map(
      ([status, wait]) => [kind, status, wait?.what.id ?? null, wait?.what.en ?? null] as const,
    ),
  );
  const turns = kinds.flatMap(({ kind, waits }) =>
    Object.entries(waits).flatMap(([status, wait]) =>
      turnsOf(wait).map(({ agency, role }) => [kind, status, agency, role] as const),
    ),
  );
  const edges = kinds
    .flatMap(edgesOfKind)
    .map(({ kind, from, act, to, origin }) => [kind, from, act, to, origin] as const);
  return [
    '-- Generated from the act definitions; do not edit (UPDATE_ACT_TABLES=1 npm test -- --testPathPatterns act-tables).\n',
    insert('act.status (kind, status, waits_id, waits_en)', statuses),
    insert('act.turn (kind, status, agency, role)', turns),
    insert('act.edge (kind, from_status, act, to_status, origin)', edges),
  ].join('\n');
}
