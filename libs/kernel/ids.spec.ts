import { agreementId, claimId, memberId, parseAgreementId, parseClaimId, parseCycleYear } from './ids';

const LONGEST = `A${'1'.repeat(59)}`;

describe('an agreement number', () => {
  it.each(['PKS-2027-102000-1', 'A12', LONGEST])('may be %s', (text) => {
    expect(parseAgreementId(text)).toEqual({ refused: false, value: text });
    expect(agreementId(text)).toBe(text);
  });

  it.each(['', 'A1', '-A12', 'pks-2027', 'PKS 2027', 'PKS/2027', `${LONGEST}1`, 'PKS-2027\n', ' PKS-2027'])(
    'is never %j',
    (text) => {
      expect(parseAgreementId(text)).toMatchObject({ refused: true, code: 'BAD_AGREEMENT_ID', path: 'agreement' });
      expect(parseAgreementId(text, 'id')).toMatchObject({ path: 'id' });
      expect(() => agreementId(text)).toThrow('Not an agreement id');
    },
  );
});

describe('a cycle year', () => {
  it('is four digits of this century', () => {
    expect(parseCycleYear('2028')).toEqual({ refused: false, value: 2028 });
  });

  it.each(['1999', '28', '20280', '2100', '20x8', ' 2028'])('is never %j', (text) => {
    expect(parseCycleYear(text)).toMatchObject({ refused: true, code: 'BAD_YEAR', path: 'year' });
    expect(parseCycleYear(text, 'cycle')).toMatchObject({ path: 'cycle' });
  });
});

describe('a claim number', () => {
  it.each(['PKS-2027-102000-1.2028.000123', `${LONGEST}.2028.${'a'.repeat(40)}`, 'A12.2099.x-1'])(
    'may be %s',
    (text) => {
      expect(parseClaimId(text)).toEqual({ refused: false, value: text });
      expect(claimId(text)).toBe(text);
    },
  );

  it.each([
    'PKS-2027.2028',
    'PKS-2027.28.1',
    'PKS-2027.2028.',
    `A12.2028.${'a'.repeat(41)}`,
    `${LONGEST}1.2028.1`,
    'a12.2028.1',
    ' A12.2028.1',
    'A12.2028.1 ',
    'A12.2028.a_b',
    'A1.2028.1',
  ])('is never %j', (text) => {
    expect(parseClaimId(text)).toMatchObject({ refused: true, code: 'BAD_CLAIM_ID', path: 'claim' });
    expect(parseClaimId(text, 'id')).toMatchObject({ path: 'id' });
    expect(() => claimId(text)).toThrow('Not a claim id');
  });
});

describe('a member id', () => {
  const uuid = '0a1b2c3d-0a1b-4a1b-8a1b-0a1b2c3d4e5f';

  it('is a UUID in small letters', () => {
    expect(memberId(uuid)).toBe(uuid);
  });

  it.each(['', uuid.toUpperCase(), `${uuid}0`, `0${uuid}`, uuid.replaceAll('-', ''), uuid.slice(1)])(
    'is never %j',
    (text) => {
      expect(() => memberId(text)).toThrow('Not a member id');
    },
  );
});
