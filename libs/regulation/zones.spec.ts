import fc from 'fast-check';

import { localDateOf, parseInstant } from './instant';
import { dateIn, writtenIn, type Zone } from './zones';

describe('the three time zones', () => {
  it.each<[string, string, string, string]>([
    ['2027-01-01T14:59:59Z', '2027-01-01', '2027-01-01', '2027-01-01'],
    ['2027-01-01T15:00:00Z', '2027-01-01', '2027-01-01', '2027-01-02'],
    ['2027-01-01T16:00:00Z', '2027-01-01', '2027-01-02', '2027-01-02'],
    ['2027-01-01T17:00:00Z', '2027-01-02', '2027-01-02', '2027-01-02'],
  ])('at %s it is %s in WIB, %s in WITA and %s in WIT', (instant, wib, wita, wit) => {
    const at = new Date(instant);
    expect([dateIn('WIB', at), dateIn('WITA', at), dateIn('WIT', at)]).toEqual([wib, wita, wit]);
  });

  it('write an instant so that it is the same instant, on the same local day', () => {
    const instant = fc.date({ min: new Date('2015-01-01'), max: new Date('2036-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom<Zone>('WIB', 'WITA', 'WIT'), instant, (zone, at) => {
        const written = writtenIn(zone, at);
        expect(parseInstant(written)).toEqual({ refused: false, value: written });
        expect(new Date(written).getTime()).toBe(Math.floor(at.getTime() / 1_000) * 1_000);
        expect(localDateOf(written)).toBe(dateIn(zone, at));
      }),
    );
  });
});
