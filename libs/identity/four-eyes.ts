import { type Refusal, refuse } from '@kerjasama/kernel/refusal';

/** Maker and checker are two people: who prepared an act never approves it. `maker` is null when nobody has prepared anything. */
export function fourEyes(maker: string | null, checker: string): Refusal | null {
  if (maker !== checker) return null;
  return refuse(
    'FOUR_EYES',
    { id: 'Pembuat tidak boleh menyetujui pekerjaannya sendiri.', en: 'Who prepared this may not approve it.' },
    { id: 'Minta pejabat pemeriksa yang lain.', en: 'Ask another officer to check it.' },
  );
}
