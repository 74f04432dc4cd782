import { type Reads } from '@kerjasama/database/pool';
import { type AgreementId } from '@kerjasama/kernel/ids';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { type Winner } from './refusals';

/** The act that a losing one has met. @throws when the journal does not hold it */
export async function findWinner(reads: Reads, agreement: AgreementId, number: number): Promise<Winner> {
  const { rows } = await reads.query<
    Omit<Winner, 'number' | 'on' | 'recordedAt'> & { on: string; recorded_at: string }
  >(
    `select act, agency, role, business_date as on, recorded_at from journal.acts
      where chain = $1::text and seq = $2::bigint`,
    [agreement, number],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`The journal of ${agreement} has no act ${number}`);
  const { act, agency, role, on, recorded_at: recordedAt } = row;
  return { act, agency, role, number, on: plainDate(on), recordedAt };
}
