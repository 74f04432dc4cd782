import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StackProblem } from '../stack-problem';

/** The account PostgreSQL runs under when we are root, which it refuses to be. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody`: there on every Linux and BSD; PostgreSQL needs an account that has a line in the passwd file. */
const NOBODY = 65_534;
const OTHERS_MAY_ENTER = 0o001;

/** The account to run PostgreSQL under: none of its own unless we are root. An existing cluster keeps its owner. */
export function postgresAccount(clusterFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = accounts().find(({ uid }) => uid === NOBODY) ?? accounts().find(({ name }) => name === 'postgres');
  if (account === undefined) {
    throw new StackProblem(
      'NO_POSTGRES_ACCOUNT',
      {
        id: 'PostgreSQL menolak berjalan sebagai root, dan mesin ini tidak punya akun nobody (uid 65534) atau postgres.',
        en: 'PostgreSQL refuses to run as root, and this machine has neither an account nobody (uid 65534) nor postgres.',
      },
      {
        id: 'Jalankan sebagai pengguna biasa, atau beri DATABASE_URL sebuah PostgreSQL yang sudah ada.',
        en: 'Run as an ordinary user, or name a PostgreSQL that runs already in DATABASE_URL.',
      },
    );
  }
  return { uid: account.uid, gid: account.gid };
}

/** The nearest folder on the way down to `path` that the account may not enter, if any. */
export function findClosedFolder(path: string, account: Account): string | undefined {
  const closed: string[] = [];
  for (let folder = path; ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat !== undefined && stat.uid !== account.uid && (stat.mode & OTHERS_MAY_ENTER) === 0) closed.push(folder);
    if (dirname(folder) === folder) return closed.at(-1);
  }
}

function accounts(): { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
