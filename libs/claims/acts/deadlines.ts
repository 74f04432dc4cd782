import { addDays } from '@kerjasama/kernel/plain-date';
import { systemAct } from '../kind';
import { insertEnding } from '../store';

/* What the system records when a day has passed. */

export const markClaimOverdue = systemAct({
  step: 'mark-overdue',
  from: ['reported', 'returned', 'granted', 'approved', 'paying', 'payment-unknown'],
  leads: { 'claim-overdue': 'same' },
  dueOn: ({ due }) => (due === null ? null : addDays(due, 1)),
  take({ id: claim, subject }) {
    if (!subject?.due) throw new Error(`${claim} has no day that could have passed`);
    const { status, due } = subject;
    return Promise.resolve({ act: 'claim-overdue', payload: { claim, status, due }, due });
  },
});

export const lapseClaim = systemAct({
  step: 'lapse',
  from: ['reported', 'returned', 'granted'],
  leads: { 'claim-lapsed': 'lapsed' },
  dueOn: ({ endsOn }) => (endsOn === null ? null : addDays(endsOn, 1)),
  async take({ tx, id: claim, subject, on }) {
    if (!subject?.endsOn) throw new Error(`${claim} has no last day`);
    await insertEnding(tx, claim, { ending: 'lapsed', by: null, on, reason: null });
    return { act: 'claim-lapsed', payload: { claim, status: subject.status }, due: null };
  },
});
