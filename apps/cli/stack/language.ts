import { type Language } from '@kerjasama/kernel/text';

/** `--language` if given, else English where the locale is English, else Indonesian. */
export function languageOf(wish: string | undefined, env: NodeJS.ProcessEnv = process.env): Language {
  if (wish === 'id' || wish === 'en') return wish;
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale?.startsWith('en') === true ? 'en' : 'id';
}
