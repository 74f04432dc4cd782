import { languageOf } from './language';
import { describeProcess } from './stack-words';

test.each([
  [undefined, {}, 'id'],
  [undefined, { LANG: 'C.UTF-8' }, 'id'],
  [undefined, { LANG: 'en_GB.UTF-8' }, 'en'],
  [undefined, { LANG: 'en_GB.UTF-8', LC_ALL: 'id_ID.UTF-8' }, 'id'],
  [undefined, { LANG: 'en_GB.UTF-8', LC_ALL: '' }, 'en'],
  ['en', { LANG: 'id_ID.UTF-8' }, 'en'],
] as const)('asked for %s under %j, the commands speak %s', (wish, env, language) => {
  expect(languageOf(wish, env)).toBe(language);
});

test('a process that keeps failing is shown with the reason and its last words', () => {
  const problem = { id: 'Proses berhenti sebelum siap.', en: 'The process ended before it was ready.' };
  const lastLines = ['kunci tidak ditemukan'];
  expect(describeProcess({ name: 'api', state: 'crash-loop', restarts: 4, problem, lastLines }, 'id')).toBe(
    [
      'api         terus gagal       dijalankan lagi: 4×',
      '    Proses berhenti sebelum siap.',
      '    kunci tidak ditemukan',
    ].join('\n'),
  );
});

test('a process that was mended is shown without the reason of its death', () => {
  const shown = describeProcess({ name: 'worker', state: 'ready', restarts: 1, pid: 42 }, 'en');
  expect(shown).toBe('worker      ready             pid 42  restarts: 1');
});
