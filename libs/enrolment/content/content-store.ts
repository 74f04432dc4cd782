import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeyRing } from '@kerjasama/keys/key-ring';
import { accept, type Outcome, type Refusal } from '@kerjasama/kernel/refusal';
import { contentDiffers, bodyTooLarge } from './content-refusals';
import { ContentDamaged, openFrames, sealFrames } from './sealed-frames';

/** 25 MB: three times a roster of 102,000 workers. */
export const LARGEST_CONTENT = 25_000_000;

const NAME = /^[0-9a-f]{64}$/;
const INCOMING = '.incoming-';

export interface ContentStoreOptions {
  readonly folder: string;
  readonly ring: KeyRing;
  /** Real time: by it unclaimed content ages. */
  readonly now: () => Date;
}

/**
 * Uploaded bytes, encrypted, each file under the hex SHA-256 of its plain bytes. It promises that
 * (1) a file stands under its name only when it is whole, has that hash and is on the disk;
 * (2) no plain byte is ever written;
 * (3) content is a claim until an act names it, and what is never named expires.
 */
export class ContentStore {
  constructor(private readonly options: ContentStoreOptions) {}

  /**
   * Takes the bytes that the caller announced. `present`: they were there, whole, and nothing was written.
   * Refuses BODY_TOO_LARGE as soon as it is seen, and CONTENT_DIFFERS at the end; nothing of either is kept.
   */
  async put(sha256: string, bytes: AsyncIterable<Buffer>): Promise<Outcome<'stored' | 'present'>> {
    const name = checkedName(sha256);
    const measured = new Measured(bytes);
    if (!(await this.isWhole(name))) return this.write(name, measured);
    await measured.drain();
    const refusal = measured.refusalFor(name);
    if (refusal) return refusal;
    await this.touch(name);
    return accept('present');
  }

  /** Whether the content is there; makes it as young as if it had just come, so that an act may name it in peace. */
  async touch(sha256: string): Promise<boolean> {
    const now = this.options.now();
    try {
      await utimes(this.pathOf(sha256), now, now);
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  /** The plain bytes. @throws ContentDamaged when they are not what was stored */
  async *read(sha256: string): AsyncGenerator<Buffer> {
    yield* openFrames(this.options.ring, createReadStream(this.pathOf(sha256)) as AsyncIterable<Buffer>);
  }

  /** Hashes what is stored once more. @throws ContentDamaged when it is other than its name says */
  async verify(sha256: string): Promise<void> {
    const hash = createHash('sha256');
    for await (const block of this.read(sha256)) hash.update(block);
    if (hash.digest('hex') !== sha256) throw new ContentDamaged(`The stored content is not ${sha256}`);
  }

  /**
   * Deletes what is older than `age` and claimed by no act, and what a killed upload left.
   * @param claimed of these hashes, the ones that an act names
   * @returns how many files were deleted
   */
  async sweep(
    age: { readonly ms: number },
    claimed: (sha256s: string[]) => Promise<ReadonlySet<string>>,
  ): Promise<number> {
    const { folder, now } = this.options;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const before = now().getTime() - age.ms;
    const old: string[] = [];
    for (const name of await readdir(folder)) {
      if (!NAME.test(name) && !name.startsWith(INCOMING)) continue;
      const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Infinity }));
      if (mtimeMs < before) old.push(name);
    }
    const kept = await claimed(old.filter((name) => NAME.test(name)));
    const expired = old.filter((name) => !kept.has(name));
    for (const name of expired) await rm(join(folder, name), { force: true });
    return expired.length;
  }

  private async write(name: string, measured: Measured): Promise<Outcome<'stored'>> {
    await mkdir(this.options.folder, { recursive: true, mode: 0o700 });
    const incoming = join(this.options.folder, `${INCOMING}${randomUUID()}`);
    const file = await open(incoming, 'wx', 0o600);
    try {
      for await (const frame of sealFrames(this.options.ring, measured.bytes())) await file.writeFile(frame);
      const refusal = measured.refusalFor(name);
      if (refusal) return refusal;
      await file.sync();
      await rename(incoming, this.pathOf(name));
      await syncFolder(this.options.folder);
      return accept('stored');
    } finally {
      await file.close();
      await rm(incoming, { force: true });
    }
  }

  private async isWhole(name: string): Promise<boolean> {
    try {
      await this.verify(name);
      return true;
    } catch (error) {
      if (isMissing(error) || error instanceof ContentDamaged) return false;
      throw error;
    }
  }

  private pathOf(sha256: string): string {
    return join(this.options.folder, checkedName(sha256));
  }
}

/** Counts and hashes bytes on their way, and lets none pass beyond the limit. */
class Measured {
  private readonly hash = createHash('sha256');
  private length = 0;

  constructor(private readonly source: AsyncIterable<Buffer>) {}

  async *bytes(): AsyncGenerator<Buffer> {
    for await (const block of this.source) {
      this.length += block.length;
      if (this.length > LARGEST_CONTENT) return;
      this.hash.update(block);
      yield block;
    }
  }

  /** Lets the bytes pass without keeping them. */
  async drain(): Promise<void> {
    const bytes = this.bytes();
    while (!(await bytes.next()).done);
  }

  /** Once, at the end. */
  refusalFor(sha256: string): Refusal | null {
    if (this.length > LARGEST_CONTENT) return bodyTooLarge(LARGEST_CONTENT);
    return this.hash.digest('hex') === sha256 ? null : contentDiffers();
  }
}

/** A name is a hash and nothing else: it becomes part of a path. */
function checkedName(sha256: string): string {
  if (!NAME.test(sha256)) throw new RangeError('Content is named by 64 hexadecimal digits, lower case');
  return sha256;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
