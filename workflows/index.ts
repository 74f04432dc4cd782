export { runAnnualCycle } from './cycle/run-annual-cycle';
export { signAgreement } from './agreement/sign-agreement';
