import { loadKeys } from '@kerjasama/keys/key-files';
import { connectStack, type StackClient } from '@kerjasama/stack/client';
import { type StackStatus } from '@kerjasama/stack/stack-status';
import { dataConverter, payloadCodec } from '@kerjasama/temporal/codec';
import { payloadKeyOf } from '@kerjasama/temporal/payload-key';
import { Client, Connection } from '@temporalio/client';
import { makeHome, removeHome } from '../support/stack-home';
import { Recorder } from './recorder';

/** A rehearsal stack that is up, and the recorder of its workflows. */
export interface RecordedStack {
  readonly stack: StackClient;
  readonly status: StackStatus;
  readonly recorder: Recorder;
}

/** Brings up a stack of its own from the built apps, and takes it down again whatever becomes of the work. */
export async function onRecordedStack(
  release: string,
  work: (recorded: RecordedStack) => Promise<void>,
): Promise<void> {
  const home = await makeHome();
  try {
    const stack = connectStack('rehearsal', { home });
    const status = await stack.up();
    const { payload } = await loadKeys(stack.folders.keys, ['payload']);
    const codec = payloadCodec(payloadKeyOf(payload));
    const connection = await Connection.connect({ address: status.urls.temporalAddress });
    const client = new Client({ connection, namespace: 'kerjasama', dataConverter: dataConverter(codec) });
    try {
      await work({ stack, status, recorder: new Recorder({ client, codec }, release) });
    } finally {
      await connection.close();
    }
  } finally {
    await removeHome(home);
  }
}
