import { join } from 'node:path';
import { type StackFolders } from '../folders';
import { type ProcessIdentity } from '../processes/process-identity';
import { membersOf, readPrivateJson, writePrivateJson } from './private-file';

/** What a supervisor writes down so that its successor knows what it finds running. */
export class ProcessRecords {
  /** What the supervisor before us recorded, by the processes' names. */
  readonly earlier: ReadonlyMap<string, ProcessIdentity>;
  private readonly file: string;
  private readonly known: Map<string, ProcessIdentity>;

  constructor(folders: StackFolders) {
    this.file = join(folders.run, 'processes.json');
    this.earlier = readRecords(this.file);
    this.known = new Map(this.earlier); // kept until each is taken over or ended: we may be killed in between
  }

  record(name: string, identity: ProcessIdentity): void {
    this.known.set(name, identity);
    this.write();
  }

  forget(name: string): void {
    this.known.delete(name);
    this.write();
  }

  private write(): void {
    writePrivateJson(this.file, Object.fromEntries(this.known));
  }
}

export function parseIdentity(content: unknown): ProcessIdentity | undefined {
  const { pid, startedAt } = membersOf(content);
  return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : undefined;
}

function readRecords(file: string): Map<string, ProcessIdentity> {
  const records = new Map<string, ProcessIdentity>();
  for (const [name, content] of Object.entries(membersOf(readPrivateJson(file)))) {
    const identity = parseIdentity(content);
    if (identity !== undefined) records.set(name, identity);
  }
  return records;
}
