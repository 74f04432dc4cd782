import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bank, type BenefitOrder, type PaidBenefit } from './bank';
import { derivedNumber } from './derived-number';

/** The paying bank of the embedded stack: it pays every benefit at once. No money moves. */
export class SimulatedBank implements Bank {
  private readonly paid = new Set<string>();

  /** @param folder where it remembers what it paid, as a bank does when those who asked are gone; null: in memory */
  constructor(private readonly folder: string | null = null) {}

  expectReachable(): Promise<void> {
    return Promise.resolve();
  }

  async payBenefit({ instruction }: BenefitOrder): Promise<PaidBenefit> {
    if (this.folder === null) this.paid.add(instruction);
    else {
      await mkdir(this.folder, { recursive: true });
      await writeFile(this.fileOf(this.folder, instruction), '', { mode: 0o600 });
    }
    return toPaid(instruction);
  }

  findPayment(instruction: string): Promise<PaidBenefit | null> {
    const known = this.folder === null ? this.paid.has(instruction) : existsSync(this.fileOf(this.folder, instruction));
    return Promise.resolve(known ? toPaid(instruction) : null);
  }

  private fileOf(folder: string, instruction: string): string {
    return join(folder, createHash('sha256').update(instruction).digest('hex'));
  }
}

function toPaid(instruction: string): PaidBenefit {
  return { reference: derivedNumber('SIM-TRF', instruction) };
}
