import { digest } from '@kerjasama/keys/digest';
import { type KeyRing } from '@kerjasama/keys/key-ring';
import { open, seal } from '@kerjasama/keys/seal';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Nik } from '@kerjasama/kernel/nik';
import { type RosterRow } from '../rules/judge-row';

/** Where a row stands; what is sealed for one row opens for no other. */
export interface RowPlace {
  readonly cycle: CycleRef;
  readonly submission: number;
  readonly line: number;
}

/** Seals an accepted row: all of it, as one JSON text. */
export function sealRow(ring: KeyRing, place: RowPlace, row: RosterRow): Buffer {
  return seal(ring, Buffer.from(JSON.stringify(row), 'utf8'), nameOf('member', place));
}

/** @throws SealBroken */
export function openRow(ring: KeyRing, place: RowPlace, sealed: Buffer): RosterRow {
  return JSON.parse(open(ring, sealed, nameOf('member', place)).toString('utf8')) as RosterRow;
}

/** Seals a rejected row as it stands in the file. */
export function sealOriginal(ring: KeyRing, place: RowPlace, original: string): Buffer {
  return seal(ring, Buffer.from(original, 'utf8'), nameOf('rejected_row', place));
}

/** @throws SealBroken */
export function openOriginal(ring: KeyRing, place: RowPlace, sealed: Buffer): string {
  return open(ring, sealed, nameOf('rejected_row', place)).toString('utf8');
}

/** Under which a NIK is unique and found: the same at every door of the house. */
export function nikDigest(ring: KeyRing, nik: Nik): Buffer {
  return digest(ring, nik);
}

/** The keyed commitment to a whole row: the leaf of its chunk's Merkle tree, and how an unchanged row is recognised. */
export function rowDigest(ring: KeyRing, row: RosterRow): Buffer {
  const { nik, name, bornOn, sex, declaredJob, workplace, hours, region, source } = row;
  // An array in a fixed order: the same row must give the same leaf in every release.
  return digest(ring, JSON.stringify([nik, name, bornOn, sex, declaredJob, workplace, hours, region, source]));
}

function nameOf(table: string, { cycle, submission, line }: RowPlace): string {
  return `enrolment.${table}/${cycle.agreement}/${cycle.year}/${submission}/${line}`;
}
