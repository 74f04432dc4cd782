import { readFileSync } from 'node:fs';

/** The most memory a running process ever held, in bytes, as the kernel counted it (`VmHWM`); null where there is no /proc. */
export function peakMemory(pid: number): number | null {
  const kibibytes = /^VmHWM:\s*(\d+) kB$/m.exec(readStatus(pid))?.[1];
  return kibibytes === undefined ? null : Number(kibibytes) * 1024;
}

function readStatus(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
