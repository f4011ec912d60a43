// When a mail waits, and until when.
import { quietUntil } from '../../src/notifications/quiet.js';

const night = { zone: 'Asia/Seoul', from: '19:00', to: '08:30', weekends: false };
const at = (local: string, offset = '+09:00') => new Date(`${local}:00${offset}`);

describe('quiet hours', () => {
  it('hold from the evening until the next morning', () => {
    expect(quietUntil(night, at('2026-11-18T20:15'))).toEqual(at('2026-11-19T08:30'));
    expect(quietUntil(night, at('2026-11-19T03:00'))).toEqual(at('2026-11-19T08:30'));
    expect(quietUntil(night, at('2026-11-18T19:00'))).toEqual(at('2026-11-19T08:30'));
  });

  it('leave the day alone, to the minute', () => {
    expect(quietUntil(night, at('2026-11-18T18:59'))).toBeNull();
    expect(quietUntil(night, at('2026-11-18T08:30'))).toBeNull();
  });

  it('may lie within one day', () => {
    const lunch = { ...night, from: '12:00', to: '13:00' };
    expect(quietUntil(lunch, at('2026-11-18T12:30'))).toEqual(at('2026-11-18T13:00'));
    expect(quietUntil(lunch, at('2026-11-18T13:00'))).toBeNull();
  });

  it('run through a quiet weekend into Monday morning', () => {
    const both = { ...night, weekends: true };
    expect(quietUntil(both, at('2026-11-20T22:00'))).toEqual(at('2026-11-23T08:30'));
    expect(quietUntil(both, at('2026-11-22T12:00'))).toEqual(at('2026-11-23T08:30'));
  });

  it('end on Monday at midnight when only weekends are quiet', () => {
    const weekends = { zone: 'Asia/Seoul', from: null, to: null, weekends: true };
    expect(quietUntil(weekends, at('2026-11-21T10:00'))).toEqual(at('2026-11-23T00:00'));
    expect(quietUntil(weekends, at('2026-11-20T23:59'))).toBeNull();
  });

  it('follow the clocks of the person, also when they change', () => {
    const berlin = { zone: 'Europe/Berlin', from: '22:00', to: '07:00', weekends: false };
    // The clocks go back an hour in this night.
    expect(quietUntil(berlin, new Date('2026-10-24T21:00:00Z'))).toEqual(new Date('2026-10-25T06:00:00Z'));
  });

  it('are none when from and to are the same, or not set', () => {
    expect(quietUntil({ ...night, to: '19:00' }, at('2026-11-18T23:00'))).toBeNull();
    expect(quietUntil({ ...night, from: null, to: null }, at('2026-11-18T23:00'))).toBeNull();
  });
});
