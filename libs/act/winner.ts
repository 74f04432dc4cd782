import { type Reads } from '@kerjasama/database/pool';
import { type AgreementId } from '@kerjasama/kernel/ids';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { type Text } from '@kerjasama/kernel/text';
import { type Winner } from './refusals';

/**
 * The act that a losing one has met.
 * @param happened what each act of the kind did, in words
 * @throws when the journal does not hold it
 */
export async function findWinner(
  reads: Reads,
  happened: Readonly<Record<string, Text>>,
  agreement: AgreementId,
  number: number,
): Promise<Winner> {
  const { rows } = await reads.query<Pick<Winner, 'act' | 'agency' | 'role'> & { on: string; recorded_at: string }>(
    `select act, agency, role, business_date as on, recorded_at from journal.acts
      where chain = $1::text and seq = $2::bigint`,
    [agreement, number],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`The journal of ${agreement} has no act ${number}`);
  const { act, agency, role, on, recorded_at: recordedAt } = row;
  const words = happened[act] ?? { id: act, en: act };
  return { act, happened: words, agency, role, number, on: plainDate(on), recordedAt };
}
