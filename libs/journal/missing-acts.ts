/** An act that is gone, as far as its place is known. */
export interface MissingAct {
  readonly chain: string | null;
  readonly seq: number | null;
  readonly leaf: number | null;
}

/** Acts of one chain that are missing between two acts that are there. */
interface Gap {
  readonly chain: string;
  readonly seqs: Set<number>;
  readonly afterLeaf: number;
  readonly beforeLeaf: number;
}

/** As many places as a report can name; a journal with more holes is reported by the first of them. */
const PLACES_KEPT = 10_000;

/** Gathers the holes in chains and in the log, and finds out which hole of a chain is which hole of the log. */
export class MissingActs {
  private readonly leaves = new Set<number>();
  private readonly gaps: Gap[] = [];
  private kept = 0;

  /** The leaves from `from` up to, not including, `to`. */
  addLeaves(from: number, to: number): void {
    for (let leaf = from; leaf < to && this.leaves.size < PLACES_KEPT; leaf += 1) this.leaves.add(leaf);
  }

  /** The acts of a chain from `from` up to, not including, `to`; they stood between two leaves. */
  addActs(chain: string, from: number, to: number, afterLeaf: number, beforeLeaf: number): void {
    const seqs = new Set<number>();
    for (let seq = from; seq < to && this.kept < PLACES_KEPT; seq += 1) {
      seqs.add(seq);
      this.kept += 1;
    }
    if (seqs.size > 0) this.gaps.push({ chain, seqs, afterLeaf, beforeLeaf });
  }

  /** Whether an act that seemed to be missing turned up after all, later in the log than it belongs. */
  foundLate(chain: string, seq: number): boolean {
    return this.gaps.some((gap) => gap.chain === chain && gap.seqs.delete(seq));
  }

  /** Every missing act. Its leaf is told where only one place fits; a leaf that fits no chain for sure is told alone. */
  located(): MissingAct[] {
    const found: MissingAct[] = [];
    let open = this.gaps.filter(({ seqs }) => seqs.size > 0);
    for (let before = -1; before !== open.length;) {
      before = open.length;
      open = open.filter((gap) => !this.locate(gap, found));
    }
    for (const { chain, seqs } of open) for (const seq of seqs) found.push({ chain, seq, leaf: null });
    for (const leaf of this.leaves) found.push({ chain: null, seq: null, leaf });
    return found;
  }

  private locate(gap: Gap, found: MissingAct[]): boolean {
    const fitting = [...this.leaves].filter((leaf) => leaf > gap.afterLeaf && leaf < gap.beforeLeaf);
    if (fitting.length !== gap.seqs.size) return false;
    for (const seq of gap.seqs) {
      const leaf = fitting.shift() ?? null;
      if (leaf !== null) this.leaves.delete(leaf);
      found.push({ chain: gap.chain, seq, leaf });
    }
    return true;
  }
}
