import { type Profile } from './folders';
import { type ProcessStatus } from './supervisor/managed-process';

/** Where people and programs find the parts of a running stack. */
export interface StackUrls {
  readonly api: string;
  readonly apiDocs: string;
  readonly temporalUi: string;
  readonly temporalAddress: string;
  readonly issuer: string;
}

/** `ready`: every process is. `failing`: one of them is in a crash loop. */
export type StackState = 'starting' | 'ready' | 'failing' | 'stopping';

export interface StackStatus {
  readonly profile: Profile;
  readonly state: StackState;
  /** The supervisor's. */
  readonly pid: number;
  readonly urls: StackUrls;
  readonly processes: readonly ProcessStatus[];
}

/** Reads what the supervisor sent: it is the same program, so only the outer shape is looked at. */
export function toStackStatus(value: unknown): StackStatus {
  if (isStatus(value)) return value;
  throw new Error('The supervisor is of another version: kerjasama stack down, then up');
}

function isStatus(value: unknown): value is StackStatus {
  return typeof value === 'object' && value !== null && 'processes' in value && Array.isArray(value.processes);
}
