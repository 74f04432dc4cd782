import { type ApiClient, createApiClient } from '@kerjasama/api-client/client';
import { DEMO_PEOPLE, type DemoPerson, isDemoPerson } from '@kerjasama/identity/demo-people';
import { connectStack } from '@kerjasama/stack/client';
import { type Profile } from '@kerjasama/stack/folders';
import { type Command } from 'commander';
import { findRunningStack, profileOption } from './running-stack';
import { languageOf, languageOption } from './stack/language';

/** How a command reaches an API: one given by address and token, or the embedded stack's, signed in as a demo person. */
export interface ConnectionFlags {
  readonly profile?: Profile;
  readonly as: string;
  readonly language?: string;
}

export function withConnection(command: Command, person: DemoPerson): Command {
  return command
    .addOption(profileOption())
    .option('--as <person>', 'akun demo yang dipakai / the demo user who signs in', person)
    .addOption(languageOption());
}

/** `KERJASAMA_API` and `KERJASAMA_TOKEN`, else the running embedded stack. @throws in plain words when neither is there */
export async function connectApi(flags: ConnectionFlags): Promise<ApiClient> {
  const language = languageOf(flags.language);
  const { KERJASAMA_API: baseUrl, KERJASAMA_TOKEN: token } = process.env;
  if (baseUrl !== undefined && token !== undefined) {
    return createApiClient({ baseUrl, token: () => Promise.resolve(token), language });
  }
  if (!isDemoPerson(flags.as))
    throw new Error(
      `Tidak ada akun demo ${flags.as} / No demo user ${flags.as}: ${Object.keys(DEMO_PEOPLE).join(', ')}`,
    );
  const person = flags.as;
  const profile = await findRunningStack(flags.profile);
  const stack = profile && connectStack(profile);
  const status = await stack?.status();
  if (stack === undefined || status === undefined) {
    throw new Error(
      'Sistem belum dijalankan: `kerjasama stack up` / the system is not running: `kerjasama stack up`, or set KERJASAMA_API and KERJASAMA_TOKEN',
    );
  }
  return createApiClient({ baseUrl: status.urls.api, token: () => stack.token(person), language });
}
