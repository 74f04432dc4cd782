import { randomBytes } from 'node:crypto';
import { type LoginRole, type RolePasswords } from '@kerjasama/database/roles';
import { membersOf, readPrivateJson, writePrivateJson } from './private-file';

/** The passwords of the database's roles: random, made once, in a file only we may read. */
export function ensureRolePasswords(file: string): RolePasswords {
  const kept = membersOf(readPrivateJson(file));
  const passwordOf = (role: LoginRole): string => {
    const password = kept[role];
    return typeof password === 'string' ? password : randomBytes(24).toString('base64url');
  };
  const passwords = {
    api: passwordOf('api'),
    worker: passwordOf('worker'),
    auditor: passwordOf('auditor'),
    migrator: passwordOf('migrator'),
  };
  writePrivateJson(file, passwords);
  return passwords;
}
