import { type Profile } from './folders';
import { StackProblem } from './stack-problem';
import { type StackStatus } from './stack-status';
import { type ProcessStatus } from './supervisor/managed-process';

/* What a command can run into, in plain words. */

export function buildMissing(main: string): StackProblem {
  return new StackProblem(
    'NOT_BUILT',
    { id: `Program belum dibangun: ${main} tidak ada.`, en: `The programs are not built: ${main} is missing.` },
    { id: 'Jalankan npm run build.', en: 'Run npm run build.' },
  );
}

export function supervisorDied(words: string): StackProblem {
  return new StackProblem(
    'SUPERVISOR_DIED',
    { id: `Penjaga stack berhenti: ${words}`, en: `The stack's supervisor ended: ${words}` },
    { id: 'Baca lognya: kerjasama stack logs supervisor.', en: 'Read its log: kerjasama stack logs supervisor.' },
  );
}

export function processFails({ name, problem, lastLines = [] }: ProcessStatus): StackProblem {
  const words = lastLines.join('\n');
  return new StackProblem(
    'PROCESS_FAILS',
    {
      id: `${name} terus gagal. ${problem?.id ?? ''}\n${words}`,
      en: `${name} keeps failing. ${problem?.en ?? ''}\n${words}`,
    },
    { id: `Baca lognya: kerjasama stack logs ${name}.`, en: `Read its log: kerjasama stack logs ${name}.` },
  );
}

/** Whether the reason is a port that somebody else has: a supervisor's, a server's or an app's own words for it. */
export function isPortClash(error: unknown): boolean {
  return error instanceof StackProblem && /EADDRINUSE|taken by another program/.test(error.message);
}

export function neverReady(status: StackStatus | undefined): StackProblem {
  const late = (status?.processes ?? []).filter(({ state }) => state !== 'ready').map(({ name }) => name);
  const names = late.length === 0 ? 'supervisor' : late.join(', ');
  return new StackProblem(
    'STACK_LATE',
    { id: `Stack tidak siap pada waktunya: ${names}.`, en: `The stack was not ready in time: ${names}.` },
    { id: 'Baca lognya: kerjasama stack logs.', en: 'Read the logs: kerjasama stack logs.' },
  );
}

export function neverEnds(pid: number): StackProblem {
  return new StackProblem(
    'SUPERVISOR_STUCK',
    { id: `Penjaga stack (pid ${pid}) tidak berhenti.`, en: `The stack's supervisor (pid ${pid}) does not end.` },
    { id: `Akhiri dengan kill -9 ${pid}, lalu ulangi.`, en: `End it with kill -9 ${pid}, then try again.` },
  );
}

export function notRunning(profile: Profile): StackProblem {
  return new StackProblem(
    'STACK_DOWN',
    { id: `Stack ${profile} tidak berjalan.`, en: `The ${profile} stack does not run.` },
    { id: `Jalankan kerjasama stack up --profile ${profile}.`, en: `Run kerjasama stack up --profile ${profile}.` },
  );
}

export function stackRuns(profile: Profile): StackProblem {
  return new StackProblem(
    'STACK_RUNS',
    { id: `Stack ${profile} sedang berjalan.`, en: `The ${profile} stack is running.` },
    {
      id: `Hentikan dulu: kerjasama stack down --profile ${profile}.`,
      en: `Stop it first: kerjasama stack down --profile ${profile}.`,
    },
  );
}
