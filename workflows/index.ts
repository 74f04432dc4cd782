export { runAnnualCycle } from './cycle/run-annual-cycle';
export { signAgreement } from './agreement/sign-agreement';
export { allocateBudget } from './budget/allocate-budget';
export { renewAgreement } from './renewal/renew-agreement';
export { payPremium } from './premium/pay-premium';
export { settleClaim } from './claims/settle-claim';
export { enrolWorkers } from './enrolment/enrol-workers';
