import { type Language } from '@kerjasama/kernel/text';

const HINT = {
  id: 'Semuanya dibiarkan berjalan. Tekan Ctrl-C untuk menghentikannya.',
  en: 'Everything is left running. Press Ctrl-C to stop it.',
} as const satisfies Record<Language, string>;

/** Waits for Ctrl-C or a polite kill. */
export async function untilInterrupted(language: Language): Promise<void> {
  process.stderr.write(`\n${HINT[language]}\n`);
  const alive = setInterval(() => undefined, 60_000);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  clearInterval(alive);
}
