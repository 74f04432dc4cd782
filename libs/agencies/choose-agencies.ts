import { type Bank } from './bank';
import { type InsurerCore } from './insurer-core';
import { SimulatedBank } from './simulated-bank';
import { SimulatedInsurerCore } from './simulated-insurer-core';
import { SimulatedTreasury } from './simulated-treasury';
import { type Treasury } from './treasury';
import { UnconnectedAgency } from './unconnected';

/** The world outside, as the worker reaches it. */
export interface Agencies {
  readonly treasury: Treasury;
  readonly insurerCore: InsurerCore;
  readonly bank: Bank;
}

/**
 * The simulated agencies of the embedded stack, rehearsal or live on one machine. In production, where a simulated
 * payment must never pass for one, the agencies that this release cannot reach yet: payments wait there.
 * @param nodeEnv `NODE_ENV` of the process
 * @param simulationFolder where the simulated agencies remember what they did; null: in memory
 */
export function chooseAgencies(nodeEnv: string | undefined, simulationFolder: string | null = null): Agencies {
  if (nodeEnv === 'production')
    return {
      treasury: new UnconnectedAgency('the treasury (KPPN/SPAN)'),
      insurerCore: new UnconnectedAgency('the insurer core (BPJS Ketenagakerjaan)'),
      bank: new UnconnectedAgency("the insurer's paying bank"),
    };
  return {
    treasury: new SimulatedTreasury(),
    insurerCore: new SimulatedInsurerCore(),
    bank: new SimulatedBank(simulationFolder),
  };
}
