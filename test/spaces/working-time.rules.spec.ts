// Business time, against a count that looks at the clock on the wall minute by minute.
import {
  type Interval,
  type WorkingCalendar,
  addBusinessMs,
  addWorkingDays,
  businessMs,
  dayOf,
  isOpen,
  nextOpening,
} from '../../src/spaces/calendar/working-time.js';
import { holidaysOf } from '../../src/spaces/calendar/holidays.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const hours = (...pairs: [number, number][]): Interval[] =>
  pairs.map(([from, to]) => ({ from: from * 60, to: to * 60 }));
const week = (days: number[], each: Interval[]) => new Map(days.map((day) => [day, each]));

const korean = await holidaysOf('KR');
const office: WorkingCalendar = {
  zone: 'Asia/Seoul',
  week: week([1, 2, 3, 4, 5], hours([9, 12], [13, 18])),
  exceptions: new Map([
    ['2026-11-20', { name: '창립기념일', hours: [] }],
    ['2026-11-28', { name: '토요일 점검', hours: hours([10, 14]) }],
    ['2026-12-25', { name: '성탄 당직', hours: hours([9, 12]) }],
  ]),
  holidays: korean,
};
const closed: WorkingCalendar = { ...office, week: new Map(), exceptions: new Map() };
const seoul = (local: string) => new Date(`${local}:00+09:00`);

describe('an office with a lunch break', () => {
  it('counts the hours it is open', () => {
    expect(businessMs(office, seoul('2026-11-18T08:00'), seoul('2026-11-18T20:00'))).toBe(8 * HOUR);
    expect(businessMs(office, seoul('2026-11-18T11:30'), seoul('2026-11-18T13:30'))).toBe(HOUR);
    expect(businessMs(office, seoul('2026-11-18T12:10'), seoul('2026-11-18T12:50'))).toBe(0);
    expect(businessMs(office, seoul('2026-11-19T17:00'), seoul('2026-11-23T10:00'))).toBe(2 * HOUR);
    expect(businessMs(office, seoul('2026-11-19T10:00'), seoul('2026-11-19T09:00'))).toBe(0);
  });

  it('keeps holidays, their substitutes, and its own days before both', () => {
    expect(dayOf(office, '2026-10-05')).toEqual({
      day: '2026-10-05',
      kind: 'HOLIDAY',
      hours: [],
      names: ['대체공휴일(개천절)'],
    });
    expect(dayOf(office, '2026-12-25').hours).toEqual(hours([9, 12]));
    expect(businessMs(office, seoul('2026-10-02T00:00'), seoul('2026-10-07T00:00'))).toBe(2 * 8 * HOUR);
    expect(businessMs(office, seoul('2026-12-25T00:00'), seoul('2026-12-26T00:00'))).toBe(3 * HOUR);
  });

  it('opens when it says so', () => {
    expect(isOpen(office, seoul('2026-11-18T09:00'))).toBe(true);
    expect(isOpen(office, seoul('2026-11-18T12:00'))).toBe(false);
    expect(isOpen(office, seoul('2026-11-18T18:00'))).toBe(false);
    expect(nextOpening(office, seoul('2026-11-18T12:00'))).toEqual(seoul('2026-11-18T13:00'));
    expect(nextOpening(office, seoul('2026-11-18T15:20'))).toEqual(seoul('2026-11-18T15:20'));
    // Friday is the anniversary.
    expect(nextOpening(office, seoul('2026-11-19T18:00'))).toEqual(seoul('2026-11-23T09:00'));
    expect(nextOpening(office, seoul('2026-02-13T18:00'))).toEqual(seoul('2026-02-19T09:00'));
  });

  it('puts off what is due into its hours', () => {
    expect(addBusinessMs(office, seoul('2026-11-18T11:00'), 2 * HOUR)).toEqual(seoul('2026-11-18T14:00'));
    expect(addBusinessMs(office, seoul('2026-11-18T17:00'), HOUR)).toEqual(seoul('2026-11-18T18:00'));
    expect(addBusinessMs(office, seoul('2026-11-19T17:30'), HOUR)).toEqual(seoul('2026-11-23T09:30'));
  });

  it('counts working days', () => {
    expect(addWorkingDays(office, '2026-11-18', 2)).toBe('2026-11-23');
    expect(addWorkingDays(office, '2026-11-27', 1)).toBe('2026-11-28');
    expect(addWorkingDays(office, '2026-11-18', 0)).toBe('2026-11-18');
    expect(addWorkingDays(office, '2026-11-21', 0)).toBe('2026-11-23');
    expect(addWorkingDays(office, '2026-11-23', -2)).toBe('2026-11-18');
  });

  it('that never opens says so', () => {
    expect(nextOpening(closed, seoul('2026-11-18T12:00'))).toBeNull();
    expect(addBusinessMs(closed, seoul('2026-11-18T12:00'), 1)).toBeNull();
    expect(addWorkingDays(closed, '2026-11-18', 1)).toBeNull();
    expect(addWorkingDays(closed, '2026-11-18', -1)).toBeNull();
  });
});

describe('where clocks are changed', () => {
  const allDay = (zone: string): WorkingCalendar => ({
    ...closed,
    zone,
    week: week([1, 2, 3, 4, 5, 6, 7], hours([0, 24])),
    holidays: () => [],
  });

  it('a day that is worked through has 23 or 25 hours', () => {
    const berlin = allDay('Europe/Berlin');
    const of = (from: string, to: string) => businessMs(berlin, new Date(from), new Date(to)) / HOUR;
    expect(of('2026-03-28T23:00Z', '2026-03-29T22:00Z')).toBe(23);
    expect(of('2026-10-24T22:00Z', '2026-10-25T23:00Z')).toBe(25);
  });

  it('nine is nine, in winter and in summer', () => {
    const newYork = { ...allDay('America/New_York'), week: week([1, 2, 3, 4, 5], hours([9, 18])) };
    expect(nextOpening(newYork, new Date('2026-03-07T12:00Z'))).toEqual(new Date('2026-03-09T13:00Z'));
    expect(nextOpening(newYork, new Date('2026-10-31T12:00Z'))).toEqual(new Date('2026-11-02T14:00Z'));
  });
});

/** Always the same chances, so that what failed fails again. */
function chances(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

// Clocks changed at night, at midnight, by half an hour, and never.
const ZONES = [
  'Asia/Seoul',
  'Europe/Berlin',
  'America/New_York',
  'America/Havana',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Beirut',
  'Pacific/Apia',
];
/** Around each of these, clocks are changed somewhere. */
const AROUND = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-09-06',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
];

function anyCalendar(zone: string, chance: (below: number) => number): WorkingCalendar {
  const anyHours = (): Interval[] => {
    const ends = Array.from({ length: 2 * (1 + chance(3)) }, () => chance(97) * 15).sort((a, b) => a - b);
    return ends
      .flatMap((from, index) => (index % 2 === 0 ? [{ from, to: ends[index + 1] ?? from }] : []))
      .filter(({ from, to }) => from < to);
  };
  const days = [1, 2, 3, 4, 5, 6, 7].filter(() => chance(4) > 0);
  return {
    zone,
    week: new Map(days.map((day) => [day, anyHours()])),
    exceptions: new Map(
      AROUND.filter(() => chance(3) === 0).map((day) => [day, { name: '그날', hours: anyHours() }]),
    ),
    holidays: chance(2) === 0 ? korean : () => [],
  };
}

/** What a clock on the wall shows, asked of Intl for each minute; nothing here knows offsets. */
function wall(zone: string): (at: number) => { day: string; minute: number } {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (at) => {
    const [day = '', time = ''] = format.format(at).split(' ');
    const [hour, minute] = time.split(':').map(Number);
    return { day, minute: (hour ?? 0) * 60 + (minute ?? 0) };
  };
}

describe.each(ZONES)('in %s, whatever the calendar', (zone) => {
  it('counts as the clock on the wall does, minute by minute', () => {
    const chance = chances(ZONES.indexOf(zone) + 7);
    const clock = wall(zone);
    for (let round = 0; round < 14; round++) {
      const calendar = anyCalendar(zone, chance);
      const start = Date.parse(AROUND[round % AROUND.length] ?? '') - chance(36 * 60) * MINUTE;
      const length = (24 * 60 + chance(3 * 24 * 60)) * MINUTE;
      let counted = 0;
      let first: number | null = null;
      let half: number | null = null;
      const whole = businessMs(calendar, new Date(start), new Date(start + length));
      for (let at = start; at < start + length; at += MINUTE) {
        const { day, minute } = clock(at);
        const open = dayOf(calendar, day).hours.some(({ from, to }) => from <= minute && minute < to);
        if (open) {
          first ??= at;
          counted += MINUTE;
          if (counted === Math.floor(whole / 2 / MINUTE) * MINUTE) half ??= at + MINUTE;
        }
        if (at % (5 * MINUTE) === 0 && isOpen(calendar, new Date(at)) !== open)
          throw new Error(`${zone} ${new Date(at).toISOString()} is ${open ? 'open' : 'closed'} on the wall`);
      }
      expect(whole).toBe(counted);
      if (first !== null) expect(nextOpening(calendar, new Date(start))?.getTime()).toBe(first);
      if (half !== null)
        expect(
          addBusinessMs(calendar, new Date(start), Math.floor(whole / 2 / MINUTE) * MINUTE)?.getTime(),
        ).toBe(half);
    }
  });
});
