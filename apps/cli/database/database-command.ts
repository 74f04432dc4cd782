import { migrate } from '@kerjasama/database/migrate';
import { Command } from 'commander';

/** `kerjasama database migrate`: for production, where a job brings the schema up before api and worker start. */
export function databaseCommand(): Command {
  const database = new Command('database').description('skema basis data / the database schema');
  database
    .command('migrate')
    .description('terapkan migrasi dengan MIGRATOR_DATABASE_URL / apply the migrations')
    .action(async () => {
      const url = process.env['MIGRATOR_DATABASE_URL'];
      if (url === undefined) throw new Error('MIGRATOR_DATABASE_URL belum diisi / is not set');
      const applied = await migrate(url);
      console.log(applied.length === 0 ? 'Skema sudah terkini / the schema is current' : applied.join('\n'));
    });
  return database;
}
