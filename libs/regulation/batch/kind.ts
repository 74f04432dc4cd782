import { type Outcome } from '@kerjasama/kernel/refusal';

import { type Settings } from '../readings/register';
import { type JsonRecord } from './fields';

/** One kind of calculation on a line: reads its input, calculates, and gives what the answer shows, in camel case. */
export type Kind = (input: JsonRecord, settings: Settings) => Outcome<object>;
