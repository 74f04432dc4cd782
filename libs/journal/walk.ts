import { columnsMatch, readActBytes, type StoredAct } from './act-bytes';
import { GENESIS, linkHash } from './chain';
import { type Fault, FAULT_DETAILS, type FaultKind } from './faults';
import { MissingActs } from './missing-acts';

export interface ChainHead {
  readonly chain: string;
  readonly seq: string;
  readonly hash: Buffer;
}

/** The newest act seen of a chain. */
interface Newest {
  readonly seq: number;
  readonly leaf: number;
  readonly hash: Buffer;
  /** Whether it was reported itself, so that what follows from its fault is not reported again. */
  readonly faulty: boolean;
}

const BEFORE_FIRST: Newest = { seq: 0, leaf: -1, hash: GENESIS, faulty: false };

/** More are counted, not kept: a report is for a person, and a walk takes the same memory at any size. */
const FAULTS_KEPT = 1_000;

/**
 * Walks the whole journal once, in the order of the log, and holds no more than the newest act of each chain.
 * - Each act: its bytes are canonical, its hash is theirs, its columns say the same.
 * - Each chain: seq without gap from 1, each act on the hash of the one before, the head on the last.
 * - The log: leaf without gap from 0 up to its size.
 */
export class JournalWalk {
  readonly faults: Fault[] = [];
  faultCount = 0;
  acts = 0;
  private readonly newest = new Map<string, Newest>();
  private readonly missing = new MissingActs();
  private nextLeaf = 0;

  get chains(): number {
    return this.newest.size;
  }

  /** The next act in the order of `leaf_index`. */
  visit(row: StoredAct): void {
    const [seq, leaf] = [Number(row.seq), Number(row.leaf_index)];
    this.acts += 1;
    this.missing.addLeaves(this.nextLeaf, leaf);
    this.nextLeaf = leaf + 1;
    const before = this.newest.get(row.chain) ?? BEFORE_FIRST;
    if (seq > before.seq) {
      const faulty = this.checkAct(row) || this.checkLink(row, before);
      this.missing.addActs(row.chain, before.seq + 1, seq, before.leaf, leaf);
      this.newest.set(row.chain, { seq, leaf, hash: row.hash, faulty });
    } else if (this.missing.foundLate(row.chain, seq)) {
      if (!this.checkAct(row)) this.report('reordered', 'outOfOrder', row.chain, seq, leaf);
    } else {
      this.report('inserted', 'twice', row.chain, seq, leaf);
    }
  }

  /** After the last act: where the heads say that the chains and the log end. */
  finish(heads: readonly ChainHead[], size: number): void {
    this.missing.addLeaves(this.nextLeaf, size);
    const claimed = new Map(heads.map((head) => [head.chain, head]));
    for (const { chain } of heads) if (!this.newest.has(chain)) this.newest.set(chain, BEFORE_FIRST);
    for (const [chain, last] of this.newest) this.checkHead(chain, last, claimed.get(chain));
    if (this.nextLeaf > size) this.report('inserted', 'beyondLog', null, null, size);
    for (const { chain, seq, leaf } of this.missing.located())
      this.report('deleted', chain === null ? 'missingLeaf' : 'missing', chain, seq, leaf);
  }

  private checkAct(row: StoredAct): boolean {
    const at = [row.chain, Number(row.seq), Number(row.leaf_index)] as const;
    const said = readActBytes(row.bytes);
    if (!linkHash(row.previous, row.bytes).equals(row.hash)) return this.report('edited', 'bytes', ...at);
    if (said === null) return this.report('edited', 'unreadable', ...at);
    if (said['chain'] !== row.chain || said['seq'] !== Number(row.seq)) return this.report('reordered', 'moved', ...at);
    return columnsMatch(row, said) ? false : this.report('edited', 'columns', ...at);
  }

  /** The act is sound in itself; so when it does not follow on the one before, it is that one that was rewritten. */
  private checkLink(row: StoredAct, before: Newest): boolean {
    const follows = Number(row.seq) === before.seq + 1;
    if (!follows || before.faulty || row.previous.equals(before.hash)) return false;
    if (before.seq === 0) return this.report('edited', 'genesis', row.chain, 1, Number(row.leaf_index));
    this.report('edited', 'rewritten', row.chain, before.seq, before.leaf);
    return false;
  }

  private checkHead(chain: string, last: Newest, head: ChainHead | undefined): void {
    const end = head === undefined ? last.seq : Number(head.seq);
    this.missing.addActs(chain, last.seq + 1, end + 1, last.leaf, Infinity);
    if (end < last.seq) this.report('inserted', 'beyondHead', chain, last.seq, last.leaf);
    if (head === undefined) this.report('deleted', 'headGone', chain, null, null);
    else if (end === last.seq && !last.faulty && !head.hash.equals(last.hash))
      this.report('edited', 'head', chain, last.seq, last.leaf);
  }

  private report(
    kind: FaultKind,
    detail: keyof typeof FAULT_DETAILS,
    chain: string | null,
    seq: number | null,
    leaf: number | null,
  ): true {
    this.faultCount += 1;
    if (this.faults.length < FAULTS_KEPT) this.faults.push({ kind, chain, seq, leaf, detail: FAULT_DETAILS[detail] });
    return true;
  }
}
