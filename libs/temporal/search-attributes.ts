import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/*
 * By these a workflow is found in the Temporal UI and in `client.workflow.list`. They are never encrypted: no personal
 * data in them. Safe inside the workflow sandbox.
 */

/** The agreement's id. */
export const AGREEMENT = defineSearchAttributeKey('Agreement', SearchAttributeType.KEYWORD);
/** The year of cover. */
export const CYCLE_YEAR = defineSearchAttributeKey('CycleYear', SearchAttributeType.INT);
/** Where the workflow stands: one of its stage's statuses. */
export const STAGE = defineSearchAttributeKey('Stage', SearchAttributeType.KEYWORD);
/** The agency whose turn it is: `kemensos`, `bpjs-tk`, or `house` when nobody is waited for. */
export const AGENCY = defineSearchAttributeKey('Agency', SearchAttributeType.KEYWORD);
/** The code of what is out of the ordinary; absent in the ordinary course. */
export const EXCEPTION = defineSearchAttributeKey('Exception', SearchAttributeType.KEYWORD);

/** Name → type, as the server's `--search-attribute Name=Type` and `search-attribute create` take them. */
export const SEARCH_ATTRIBUTES = {
  Agreement: 'Keyword',
  CycleYear: 'Int',
  Stage: 'Keyword',
  Agency: 'Keyword',
  Exception: 'Keyword',
} as const satisfies Readonly<Record<string, 'Keyword' | 'Int'>>;
