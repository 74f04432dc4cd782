import { type ClaimId } from '@kerjasama/kernel/ids';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { type ClaimKind } from './lifecycle';

/** What happened to a person, as a claim says. */
export interface ClaimedEvent {
  readonly kind: ClaimKind;
  readonly eventOn: PlainDate;
  /** The last day unable to work; of a death its own day. */
  readonly untilOn: PlainDate;
}

/** Another claim of the same person, in whatever agreement or year, that was not refused, withdrawn or lapsed. */
export interface OtherClaim extends ClaimedEvent {
  readonly claim: ClaimId;
  /** The bank has paid it, or has been asked to: nobody can take it back any more. */
  readonly sent: boolean;
}

/**
 * One event is paid once, a person dies once, and nothing happens to the dead. Judged at the report and again before money is
 * granted and approved, because another claim may have come in between.
 */
export function judgeConflicts(claim: ClaimedEvent, others: readonly OtherClaim[]): Refusal | null {
  for (const other of others) {
    const refusal = isDeath(claim) ? judgeDeath(claim, other) : judgeAccident(claim, other);
    if (refusal) return refusal;
  }
  return null;
}

function judgeDeath(claim: ClaimedEvent, other: OtherClaim): Refusal | null {
  if (isDeath(other)) return deathAlreadyClaimed(other);
  // A sent payment cannot be taken back: it must not keep the heirs from theirs.
  return !other.sent && other.untilOn > claim.eventOn ? claimedAfterDeath(other) : null;
}

function judgeAccident(claim: ClaimedEvent, other: OtherClaim): Refusal | null {
  if (isDeath(other)) return claim.untilOn > other.eventOn ? afterDeath(other) : null;
  const overlaps = claim.eventOn <= other.untilOn && other.eventOn <= claim.untilOn;
  return overlaps ? eventAlreadyClaimed(other) : null;
}

function isDeath({ kind }: ClaimedEvent): boolean {
  return kind !== 'work-accident';
}

function deathAlreadyClaimed({ claim }: OtherClaim): Refusal {
  return refuse(
    'DEATH_ALREADY_CLAIMED',
    { id: 'Kematian peserta ini sudah diklaim.', en: "This member's death is claimed already." },
    {
      id: `Lanjutkan klaim ${claim}; bila klaim itu keliru, tolak atau tarik lebih dulu.`,
      en: `Go on with claim ${claim}; if that one is wrong, refuse or withdraw it first.`,
    },
    { details: { claim } },
  );
}

function claimedAfterDeath({ claim, untilOn }: OtherClaim): Refusal {
  return refuse(
    'CLAIMED_AFTER_DEATH',
    {
      id: `Klaim ${claim} menyatakan peserta masih tidak mampu bekerja sampai ${untilOn}, setelah tanggal kematian ini.`,
      en: `Claim ${claim} says that the member was unable to work until ${untilOn}, after this day of death.`,
    },
    {
      id: `Periksa kedua tanggal; bila klaim ${claim} yang keliru, tolak atau tarik lebih dulu.`,
      en: `Check both dates; if claim ${claim} is the wrong one, refuse or withdraw it first.`,
    },
    { path: 'eventOn', details: { claim } },
  );
}

function afterDeath({ claim, eventOn }: OtherClaim): Refusal {
  return refuse(
    'AFTER_DEATH',
    {
      id: `Peserta meninggal pada ${eventOn} menurut klaim ${claim}: tidak ada kecelakaan atau hari tidak mampu bekerja setelah itu.`,
      en: `The member died on ${eventOn} by claim ${claim}: no accident and no day unable to work comes after it.`,
    },
    {
      id: `Periksa tanggalnya; bila klaim ${claim} yang keliru, tolak atau tarik lebih dulu.`,
      en: `Check the dates; if claim ${claim} is the wrong one, refuse or withdraw it first.`,
    },
    { path: 'eventOn', details: { claim } },
  );
}

function eventAlreadyClaimed({ claim, eventOn, untilOn }: OtherClaim): Refusal {
  return refuse(
    'EVENT_ALREADY_CLAIMED',
    {
      id: `Masa tidak mampu bekerja ${eventOn} sampai ${untilOn} sudah diklaim dengan nomor ${claim}.`,
      en: `The time unable to work from ${eventOn} to ${untilOn} is claimed already under ${claim}.`,
    },
    {
      id: `Lanjutkan klaim ${claim}; satu peristiwa diklaim satu kali.`,
      en: `Go on with claim ${claim}; one event is claimed once.`,
    },
    { path: 'eventOn', details: { claim } },
  );
}
