export { claimsClock } from './claims-clock';
export { settleClaim } from '../../../../workflows/claims/settle-claim';
