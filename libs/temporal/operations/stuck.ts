/** Something that fails, or has ended for good. Nothing in it is personal data: activities keep that out of errors. */
export type Stuck = StuckActivity | StuckLocalActivity | StuckWorkflowTask | EndedWorkflow;

export interface Trouble {
  readonly workflowId: string;
  readonly runId: string;
  /** The attempt that is under way or comes next; 2 and more after a failure. */
  readonly attempt: number;
  /** What the last attempt said; null when the server has no words for it. */
  readonly message: string | null;
  /** Real time of the first attempt, or of the end; in a rehearsal on the workflow's clock. */
  readonly since: Date;
}

export interface StuckActivity extends Trouble {
  readonly kind: 'activity';
  readonly activityId: string;
  readonly activity: string;
  readonly paused: boolean;
}

/** An act that is not taken: the worker tries it from within the workflow, and no one outside can hurry it. */
export interface StuckLocalActivity extends Trouble {
  readonly kind: 'local-activity';
  readonly activity: string;
}

/** The workflow's code fails or no worker takes it: a release mends it, and the workflow goes on where it stood. */
export interface StuckWorkflowTask extends Trouble {
  readonly kind: 'workflow-task';
}

/** It failed, timed out or was ended from outside: the house itself ends none so. A reset sets it up again. */
export interface EndedWorkflow extends Trouble {
  readonly kind: 'ended-workflow';
}
