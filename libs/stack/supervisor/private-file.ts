import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hasCode } from '../stack-problem';

/** Writes a file only we may read; whoever looks sees the old one or the new one, never half of it. */
export function writePrivateJson(file: string, content: unknown): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

/** The content of such a file; nothing when it is missing. What it holds is for the caller to judge. */
export function readPrivateJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** The members of a JSON object; none when it is anything else. */
export function membersOf(content: unknown): Readonly<Record<string, unknown>> {
  return typeof content === 'object' && content !== null && !Array.isArray(content) ? { ...content } : {};
}
