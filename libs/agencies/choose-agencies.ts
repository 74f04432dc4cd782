import { type Bank } from './bank';
import { type InsurerCore } from './insurer-core';
import { SimulatedBank } from './simulated-bank';
import { SimulatedInsurerCore } from './simulated-insurer-core';
import { SimulatedTreasury } from './simulated-treasury';
import { type Treasury } from './treasury';

/** The world outside, as the worker reaches it. */
export interface Agencies {
  readonly treasury: Treasury;
  readonly insurerCore: InsurerCore;
  readonly bank: Bank;
}

/** What is missing before money can move, and in whose hands it lies. */
const MISSING = ['the treasury (KPPN/SPAN)', 'the insurer core (BPJS Ketenagakerjaan)', "the insurer's paying bank"];

/**
 * The simulated agencies of the embedded stack, rehearsal or live on one machine.
 * @param nodeEnv `NODE_ENV` of the process
 * @throws in production: this release has no adapter to a real agency, and a simulated payment must never pass for one
 */
export function chooseAgencies(nodeEnv: string | undefined): Agencies {
  if (nodeEnv === 'production')
    throw new Error(
      `This release cannot pay: it has no connection to ${MISSING.join(', ')}. ` +
        'Simulated agencies serve the embedded stack only: start it with `kerjasama stack up`, without NODE_ENV=production.',
    );
  return { treasury: new SimulatedTreasury(), insurerCore: new SimulatedInsurerCore(), bank: new SimulatedBank() };
}
