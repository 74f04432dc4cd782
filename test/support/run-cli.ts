import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '@kerjasama/stack/package-root';

/** How a run of the command ended. */
export interface CliRun {
  readonly code: number | null;
  /** Lines without the empty ones. */
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

export interface RunningCli {
  readonly child: ChildProcess;
  readonly ended: Promise<CliRun>;
}

const SERVERS = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'KERJASAMA_API', 'KERJASAMA_TOKEN'];

/** `kerjasama …` as a person would type it, with a KERJASAMA_HOME of its own; `onLine` hears each line as it comes. `root` is the built tree, this one unless given. */
export function runCli(
  home: string,
  args: readonly string[],
  onLine: (line: string, stream: 'stdout' | 'stderr') => void = () => undefined,
  root = packageRoot(),
): RunningCli {
  const child = spawn(process.execPath, [join(root, 'bin', 'kerjasama.js'), ...args], {
    env: { ...withoutServers(process.env), KERJASAMA_HOME: home, LANG: 'id_ID.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = { stdout: [] as string[], stderr: [] as string[] };
  for (const stream of ['stdout', 'stderr'] as const) {
    createInterface({ input: child[stream] }).on('line', (line) => {
      if (line.trim() !== '') lines[stream].push(line);
      onLine(line, stream);
    });
  }
  const ended = new Promise<CliRun>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, ...lines });
    });
  });
  return { child, ended };
}

/** The tester's own servers are not this stack's. */
function withoutServers(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !SERVERS.includes(name)));
}

/** The JSON object of the last line; what was said otherwise, when there is none. */
export function lastObject({ code, stdout, stderr }: CliRun): unknown {
  try {
    return JSON.parse(stdout.at(-1) ?? '');
  } catch {
    throw new Error(`Ended with ${String(code)} and no JSON:\n${[...stdout, ...stderr].slice(-15).join('\n')}`);
  }
}
