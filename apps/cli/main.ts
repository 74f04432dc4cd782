import { connectStack } from '@kerjasama/stack/client';
import { Command } from 'commander';
import { fetchActsOver } from './audit/fetch-acts';
import { auditCommand } from './audit/audit-command';
import { cycleCommand } from './cycle/cycle-command';
import { databaseCommand } from './database/database-command';
import { regulationCommand } from './regulation/regulation-command';
import { rehearseCommand } from './rehearse/rehearse-command';
import { findRunningStack } from './running-stack';
import { sampleCommand } from './sample/sample-command';
import { stackCommand } from './stack/stack-command';
import { retryCommand, stuckCommand } from './stuck/stuck-command';

/** `kerjasama`: the operators' and auditors' door. */
async function main(): Promise<void> {
  const program = new Command('kerjasama')
    .description('siklus tahunan kerja sama Kemensos × BPJS Ketenagakerjaan / the yearly cycle between both agencies')
    .version('0.1.0')
    .showHelpAfterError();
  program.addCommand(stackCommand());
  program.addCommand(rehearseCommand());
  program.addCommand(cycleCommand());
  program.addCommand(stuckCommand());
  program.addCommand(retryCommand());
  program.addCommand(
    auditCommand({
      findDatabaseUrl: async (named) => {
        const profile = await findRunningStack(named);
        return profile && connectStack(profile).auditorUrl();
      },
      fetchActs: fetchActsOver,
    }),
  );
  program.addCommand(sampleCommand());
  program.addCommand(regulationCommand());
  program.addCommand(databaseCommand());
  await program.parseAsync();
}

// `kerjasama … | head`: the reader has had enough, which is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
