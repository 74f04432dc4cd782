import { readdirSync, readFileSync } from 'node:fs';

/** Of the kernel's clock ticks (USER_HZ), which Linux shows to programs as 100 a second on every machine we run on. */
const MS_A_TICK = 10;

/** What one process has used: of its own, and of its children that have ended and were waited for. */
interface Usage {
  readonly parent: number;
  readonly ms: number;
}

/**
 * Processor milliseconds, user and system, of a process and its children so far; of those that have ended, too. Postgres
 * has a child a connection. Null where there is no /proc, or no such process.
 */
export function processorMs(pid: number): number | null {
  const own = usageOf(pid);
  if (own === null) return null;
  const children = processIds()
    .map(usageOf)
    .filter((usage) => usage?.parent === pid);
  return children.reduce((sum, child) => sum + (child?.ms ?? 0), own.ms);
}

/** `/proc/<pid>/stat`: the command's name is in brackets and may hold anything, so fields are counted after the last one. */
export function parseUsage(stat: string): Usage | null {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [parent, ...ticks] = [fields[1], ...fields.slice(11, 15)].map(Number);
  if (parent === undefined || ticks.length < 4 || ![parent, ...ticks].every(Number.isInteger)) return null;
  return { parent, ms: ticks.reduce((sum, each) => sum + each, 0) * MS_A_TICK };
}

function usageOf(pid: number): Usage | null {
  try {
    return parseUsage(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return null; // gone between two looks, or no /proc
  }
}

function processIds(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}
