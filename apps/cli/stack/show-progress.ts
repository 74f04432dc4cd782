import { type Language } from '@kerjasama/kernel/text';
import { type UpProgress } from '@kerjasama/stack/client';
import { type ProcessState } from '@kerjasama/stack/supervisor/managed-process';
import { describeBuild, describeChange } from './stack-words';

const PLAIN_EVERY_MS = 15_000;

/**
 * Shows how a stack comes up, on stderr: a line for every process that changes. A build of minutes is one line that
 * counts on a terminal, and a line every quarter of a minute elsewhere.
 */
export function showProgress(language: Language, stream: NodeJS.WriteStream): (progress: UpProgress) => void {
  const states = new Map<string, ProcessState>();
  let lastPhase = '';
  let lastAt = Number.NEGATIVE_INFINITY;
  return (progress) => {
    if (progress.kind === 'status') {
      for (const { name, state } of progress.status.processes) {
        if (states.get(name) !== state) stream.write(`${describeChange(name, state, language)}\n`);
        states.set(name, state);
      }
      return;
    }
    const { phase } = progress.build;
    const line = describeBuild(progress.build, language);
    if (phase === 'announce' || phase === 'done') {
      stream.write(`${stream.isTTY && phase === 'done' ? '\n' : ''}${line}\n`);
    } else if (stream.isTTY) {
      stream.write(`\r${line}\u001b[K`);
    } else if (phase !== lastPhase || performance.now() - lastAt > PLAIN_EVERY_MS) {
      stream.write(`${line}\n`);
      lastAt = performance.now();
    }
    lastPhase = phase;
  };
}
