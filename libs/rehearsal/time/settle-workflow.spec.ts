import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { type Move, settle } from './settle-workflow';

/** A client to whom workflows answer, one after another, what is listed for them; the last answer stays. */
function moveAmong(answers: Readonly<Record<string, unknown[]>>, offsetMs = 0): Move {
  const describe = (id: string) => {
    const [next, ...later] = answers[id] ?? [];
    if (later.length > 0) answers[id]?.shift();
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
  const client = {
    options: { namespace: 'test' },
    workflow: { getHandle: (id: string) => ({ describe: () => describe(id) }) },
    // The server's words for a workflow that has closed meanwhile.
    workflowService: {
      updateWorkflowExecutionOptions: () =>
        Promise.reject(
          Object.assign(new Error('workflow execution already completed'), { code: 5, details: '', metadata: {} }),
        ),
    },
  };
  return {
    client: client as unknown as Client,
    offsetMs,
    realMs: () => 0,
    patienceEnds: performance.now() + 5_000,
  };
}

const CLOSED = { status: { name: 'COMPLETED' } };
const notStarted = () => new WorkflowNotFoundError('not found', 'budget/A/2028', undefined);
const parentOf = (child: string) => ({
  workflowId: 'cycle/A/2028',
  status: { name: 'RUNNING' },
  raw: { pendingChildren: [{ workflowId: child }] },
});

it('waits for a child that its parent has asked for and that has not started yet', async () => {
  const move = moveAmong({
    'cycle/A/2028': [parentOf('budget/A/2028'), CLOSED],
    'budget/A/2028': [notStarted(), notStarted(), CLOSED],
  });
  await expect(settle(move, 'cycle/A/2028')).resolves.toBe('closed');
});

it('still says so when the server cannot be asked', async () => {
  const move = moveAmong({ 'cycle/A/2028': [new Error('The server is away')] });
  await expect(settle(move, 'cycle/A/2028')).rejects.toThrow('The server is away');
});

it('reads a workflow that closes between the look and the fast-forward as closed', async () => {
  const open = { workflowId: 'claim/1', status: { name: 'RUNNING' }, raw: {} };
  await expect(settle(moveAmong({ 'claim/1': [open, CLOSED] }, 60_000), 'claim/1')).resolves.toBe('closed');
});
