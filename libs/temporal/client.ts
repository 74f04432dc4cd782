import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { type temporal } from '@temporalio/proto';
import { type BusinessClock } from './business-clock';
import { dataConverter, payloadCodec, type PayloadKey } from './codec';

export interface TemporalAddress {
  /** `host:port` */
  readonly address: string;
  readonly namespace: string;
}

export interface TemporalOptions extends TemporalAddress {
  readonly codecKey: PayloadKey;
  readonly clock: BusinessClock;
  /** Who calls, as histories show it: the process, never a person. */
  readonly identity?: string;
}

export interface TemporalClient {
  readonly connection: Connection;
  readonly client: Client;
}

type StartRequest = temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;
type Birth = Pick<StartRequest, 'workflowStartDelay' | 'timeSkippingConfig'>;

/** @throws when the server does not answer within ten seconds */
export async function connectTemporal(options: TemporalOptions): Promise<TemporalClient> {
  const connected = connectTemporalLater(options);
  await connected.connection.ensureConnected();
  return connected;
}

/** The same without waiting for the server: for a process that has work to do without it. */
export function connectTemporalLater(options: TemporalOptions): TemporalClient {
  const connection = Connection.lazy({ address: options.address });
  startInBusinessTime(connection, options.clock);
  const client = new Client({
    connection,
    namespace: options.namespace,
    dataConverter: dataConverter(payloadCodec(options.codecKey)),
    ...(options.identity === undefined ? {} : { identity: options.identity }),
  });
  return { connection, client };
}

/**
 * Workflows that are started from outside while business time is ahead (a rehearsal) are born in it: the start is
 * delayed by the offset and the delay is skipped, so the first task already runs on the business date. The SDK has no
 * option for it, so its one call is wrapped. With no offset, as in production, the request is sent untouched.
 */
function startInBusinessTime({ workflowService }: Connection, clock: BusinessClock): void {
  const start = workflowService.startWorkflowExecution.bind(workflowService);
  const startLater = async (request: StartRequest) => start({ ...request, ...birthIn(await clock.offsetMs()) });
  const refuseLater = (call: 'signalWithStartWorkflowExecution' | 'executeMultiOperation') => {
    const send = workflowService[call].bind(workflowService) as (request: object) => Promise<unknown>;
    return async (request: object) => {
      if ((await clock.offsetMs()) === 0) return send(request);
      throw new Error(`${call} cannot start a workflow in business time: start it first, then send`);
    };
  };
  Object.assign(workflowService, {
    startWorkflowExecution: startLater,
    signalWithStartWorkflowExecution: refuseLater('signalWithStartWorkflowExecution'),
    executeMultiOperation: refuseLater('executeMultiOperation'),
  });
}

function birthIn(offsetMs: number): Birth {
  if (offsetMs === 0) return {};
  return { workflowStartDelay: msToTs(offsetMs), timeSkippingConfig: fastForward(offsetMs) };
}

/**
 * Skips `ms` as soon as the workflow is idle, then skipping is off. A child must never inherit free running, which
 * would take it through its own deadlines.
 */
export function fastForward(ms: number, id: string = randomUUID()): temporal.api.common.v1.ITimeSkippingConfig {
  return { enabled: true, disablePropagation: true, fastForwardConfig: { id, duration: msToTs(ms) } };
}
