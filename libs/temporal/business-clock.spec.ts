import { liveClock, rehearsalClock } from './business-clock';

const NEW_YEARS_EVE = Date.UTC(2027, 11, 31, 16, 59, 59, 999);

describe('the business clock', () => {
  it('is the real time in production', async () => {
    const clock = liveClock(() => NEW_YEARS_EVE);
    expect(await clock.offsetMs()).toBe(0);
    expect((await clock.now()).getTime()).toBe(NEW_YEARS_EVE);
  });

  it("turns the day at Jakarta's midnight, seven hours before Greenwich", async () => {
    expect(await liveClock(() => NEW_YEARS_EVE).today()).toBe('2027-12-31');
    expect(await liveClock(() => NEW_YEARS_EVE + 1).today()).toBe('2028-01-01');
  });

  it('reads the offset anew each time, because another process raises it', async () => {
    let offset = 0;
    const clock = rehearsalClock(
      () => Promise.resolve(offset),
      () => NEW_YEARS_EVE,
    );
    expect(await clock.today()).toBe('2027-12-31');
    offset = 86_400_000;
    expect(await clock.today()).toBe('2028-01-01');
    expect(await clock.offsetMs()).toBe(86_400_000);
  });

  it.each([-1, Number.NaN, 0.5])('refuses an offset of %p', async (offset) => {
    await expect(rehearsalClock(() => Promise.resolve(offset)).now()).rejects.toThrow('Not an offset');
  });
});
