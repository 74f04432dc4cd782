import { type Language } from '@kerjasama/kernel/text';
import { Option } from 'commander';

/** The one option of language: `--language`, else `KERJASAMA_LANGUAGE`; another language is refused. */
export function languageOption(): Option {
  return new Option('--language <language>', 'bahasa / language').choices(['id', 'en']).env('KERJASAMA_LANGUAGE');
}

/** `--language` if given, else English where the locale is English, else Indonesian. */
export function languageOf(wish: string | undefined, env: NodeJS.ProcessEnv = process.env): Language {
  if (wish === 'id' || wish === 'en') return wish;
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale?.startsWith('en') === true ? 'en' : 'id';
}
