import { type AgreementStatus, SIGNED_ACT, TRANSITIONS, WAITS } from './lifecycle';

describe('the life of an agreement', () => {
  it('is in force by either order of signatures and by nothing less', () => {
    const ends = (['kemensos', 'bpjs-tk'] as const).map((first) => {
      const second = first === 'kemensos' ? 'bpjs-tk' : 'kemensos';
      const once: AgreementStatus = TRANSITIONS['text-agreed'][SIGNED_ACT[first]];
      return [once, (TRANSITIONS[once] as Record<string, AgreementStatus>)[SIGNED_ACT[second]]];
    });
    expect(ends).toEqual([
      ['signed-by-kemensos', 'in-force'],
      ['signed-by-bpjs-tk', 'in-force'],
    ]);
  });

  it('lets nobody sign before the text is agreed, and nobody twice', () => {
    expect(Object.keys(TRANSITIONS.drafted)).not.toContain(SIGNED_ACT.kemensos);
    expect(Object.keys(TRANSITIONS['signed-by-kemensos'])).not.toContain(SIGNED_ACT.kemensos);
  });

  it('says what every open status waits for, and nothing when it is over', () => {
    expect(
      Object.entries(WAITS)
        .filter(([, wait]) => wait === null)
        .map(([status]) => status),
    ).toEqual(['new', 'in-force', 'lapsed']);
  });
});
