import { type ContentStore } from '@kerjasama/enrolment/content/content-store';
import {
  type Decree,
  type DecreeBeneficiaries,
  type EnrolmentActivities,
  type EnrolmentPlace,
  type RosterSubmitted,
  type SubmitRoster,
} from '@kerjasama/enrolment/contract';
import { checkRoster } from '@kerjasama/enrolment/roster/check-roster';
import { judgeDecree } from '@kerjasama/enrolment/rules/judge-decree';
import { insertDecree } from '@kerjasama/enrolment/store/decree';
import { insertLapse, insertSubmission } from '@kerjasama/enrolment/store/submissions';
import { findRoster, listSubmitters } from '@kerjasama/enrolment/views/standing';
import { type SignedAct } from '@kerjasama/identity/act-ticket';
import { fourEyes } from '@kerjasama/identity/four-eyes';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';
import { Activity } from '@kerjasama/temporal/activities';
import { Inject, Injectable } from '@nestjs/common';
import { ActRecorder } from '../act-recorder';
import { CONTENT } from './tokens';

/** What people do in the enrolment stage: hand in rosters and decree who is covered. */
@Injectable()
export class EnrolmentRecords implements EnrolmentActivities {
  constructor(
    private readonly recorder: ActRecorder,
    @Inject(CONTENT) private readonly content: ContentStore,
  ) {}

  @Activity('acts')
  recordSubmittedRoster(
    place: EnrolmentPlace,
    submission: number,
    act: SignedAct<SubmitRoster>,
  ): Promise<Outcome<RosterSubmitted>> {
    const { cycle, on } = place;
    const submitted: RosterSubmitted = { submission, sha256: act.input.sha256 };
    return this.recorder.officer(place, 'submit-roster', act, cycle.agreement, async (tx) => {
      const refusal = await checkRoster(this.content, submitted.sha256);
      if (refusal) return refusal;
      await insertSubmission(tx, cycle, submitted, { submittedBy: act.ticket.subject, on });
      return { act: 'roster-submitted', payload: submitted, result: accept(submitted) };
    });
  }

  @Activity('acts')
  recordDecree(place: EnrolmentPlace, workers: number, act: SignedAct<DecreeBeneficiaries>): Promise<Outcome<Decree>> {
    const { cycle, on } = place;
    const { number, rosterRoot, workers: enrolled } = act.input;
    const { subject } = act.ticket;
    return this.recorder.officer(place, 'decree-beneficiaries', act, number, async (tx) => {
      const submitter = (await listSubmitters(tx, cycle)).find((each) => each === subject) ?? null;
      const refusal = fourEyes(submitter, subject) ?? judgeDecree(act.input, await findRoster(tx, cycle), workers);
      if (refusal) return refusal;
      await insertDecree(tx, cycle, act.input, { decreedBy: subject, on });
      const payload = { number, enrolled, rosterRoot };
      return { act: 'beneficiaries-decreed', payload, result: accept({ enrolled, rosterRoot, decree: number }) };
    });
  }

  @Activity('acts')
  async recordLapsedEnrolment(place: EnrolmentPlace, decreeBy: PlainDate): Promise<void> {
    const { cycle, on } = place;
    await this.recorder.house(place, 'lapse', cycle.agreement, async (tx) => {
      await insertLapse(tx, cycle, on);
      return { act: 'enrolment-lapsed', payload: { decreeBy }, result: null };
    });
  }
}
