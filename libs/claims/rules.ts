import { type Waits } from '@kerjasama/identity/turn';
import { type Transitions } from '@kerjasama/kernel/lifecycle';

/** Work accident with temporary incapacity (JKK), death by work accident (JKK), other death (JKM). */
export const CLAIM_KINDS = ['work-accident', 'accident-death', 'death'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];
