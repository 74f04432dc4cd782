import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { type ConnectionFlags, connectApi, withConnection } from '../connection';
import { expectData } from '../expect-data';
import { languageOf } from '../stack/language';

/** `kerjasama stuck`: what fails and is tried again, with the remedy. */
export function stuckCommand(): Command {
  const command = new Command('stuck')
    .description('yang gagal dan diulang terus, dengan jalan keluarnya / what fails, with the remedy')
    .option('--json', 'satu objek per baris / one object a line', false);
  return withConnection(command, 'operator').action(async (flags: ConnectionFlags & { json: boolean }) => {
    const { stuck } = expectData(await (await connectApi(flags)).GET('/operations/stuck'));
    const language = languageOf(flags.language);
    if (stuck.length === 0 && !flags.json)
      console.log(language === 'id' ? 'Tidak ada yang macet.' : 'Nothing is stuck.');
    for (const work of stuck) {
      if (flags.json) console.log(JSON.stringify(work));
      else
        console.log(
          `${work.workflowId}  ${work.activity ?? work.kind}  #${work.attempt}  ${work.since}\n  ${work.message ?? '—'}\n  → ${work.remedy[language]}`,
        );
    }
  });
}

/** `kerjasama retry <workflow> <activity>`: run it now; the journal's house chain says who did. */
export function retryCommand(): Command {
  const command = new Command('retry')
    .argument('<workflow>')
    .argument('<activity>')
    .description('jalankan ulang sekarang / run a failing activity now');
  return withConnection(command, 'operator').action(
    async (workflowId: string, activity: string, flags: ConnectionFlags) => {
      const answer = await (
        await connectApi(flags)
      ).POST('/operations/retry-work', {
        params: { header: { 'idempotency-key': randomUUID() } },
        body: { workflowId, activity },
      });
      console.log(`${expectData(answer).retried} × ${activity}`);
    },
  );
}
