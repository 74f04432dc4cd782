import { type ActHeader } from '@kerjasama/journal/chain';
import { inputHash } from '@kerjasama/journal/record-input';
import { type JsonObject } from '@kerjasama/kernel/json';
import { type Pool } from 'pg';
import { type StepAnswer } from './contract';
import { type Leads, type SystemAct } from './definition';
import { leadsTo, subjectOf } from './perform';
import { openSubject, recordSystemAct, transact } from './transaction';

const SYSTEM = { agency: 'house', origin: 'system' } as const;

export interface StepRequest<Id extends string, Input> {
  readonly id: Id;
  /** The act that opened the wait, as the workflow read it: part of the key, so that each wait has its own step. */
  readonly version: number;
  readonly input: Input;
}

/** `repeated`: it was done before under this key, and what it wrote then is what counts. */
export type StepDone = StepAnswer & { readonly repeated?: boolean; readonly answer?: JsonObject };

/**
 * An act of the system, by the same transaction as an officer's. It never fails because somebody was faster: done (now or
 * before), moved on (another act came first), or not yet (the database's clock has not come to its day).
 * The pool's role is `worker`, on the primary.
 */
export function performStep<Id extends string, Status extends string, Input, Led extends Leads<Status>>(
  pool: Pool,
  act: SystemAct<Id, Status, Input, Led>,
  { id, version, input }: StepRequest<Id, Input>,
): Promise<StepDone> {
  const place = act.kind.placeOf(id);
  const key = `${place.subject}#${act.step}@${version}`;
  const hash = Buffer.from(inputHash({ step: act.step, version, input }), 'hex');
  return transact<StepDone>(pool, async (tx) => {
    const opened = await openSubject(tx, place, 'system', key, []);
    if (opened.seen) {
      if (!opened.seen.inputHash.equals(hash)) throw new Error(`${key} was done with another input`);
      return { commit: false, value: { step: 'done', repeated: true, answer: opened.seen.result } };
    }
    const subject = subjectOf(act.kind, opened);
    if (subject === null) throw new Error(`${place.subject} is not there`);
    if (subject.version !== version || act.from === 'new' || !act.from.includes(subject.status))
      return { commit: false, value: { step: 'moved-on' } };
    const dueOn = act.dueOn(subject);
    if (dueOn !== null && opened.today < dueOn) return { commit: false, value: { step: 'not-yet', on: dueOn } };
    const on = dueOn ?? opened.today;
    const taken = await act.take({ tx, id, subject, input, by: 'system', on });
    if ('refused' in taken) throw new Error(`${key} was refused: ${taken.code}`);
    const status = leadsTo(act.leads, taken.act, subject);
    const moves = act.leads[taken.act] !== 'same';
    const { due, endsOn = subject.endsOn, answer = {} } = taken;
    const move = {
      ...{ place, kind: act.kind.kind, locks: opened.locks, status, due, endsOn, moves, tells: false },
      overdueOn: moves ? null : on,
    };
    const header: ActHeader = {
      ...{ chain: place.agreement, actor: 'system', role: null, basis: act.step, businessDate: on },
      ...{ workflow: place.workflow, subject: place.subject },
      ...SYSTEM,
    };
    await recordSystemAct(tx, move, header, { key, inputHash: hash, result: answer }, taken);
    return { commit: true, value: { step: 'done', answer } };
  });
}
