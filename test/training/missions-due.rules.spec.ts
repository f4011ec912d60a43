// When a step is due: working days of a calendar, holidays and own days left out, never in the past after a change.
import { holidaysOf } from '../../src/spaces/calendar/holidays.js';
import type { Exception, WorkingCalendar } from '../../src/spaces/calendar/working-time.js';
import { dueAfterChange, dueAt } from '../../src/training/missions/due.js';

const ZONE = 'Asia/Seoul';
const at = (local: string) => new Date(`${local}:00+09:00`);
const nineToSix = [{ from: 540, to: 1080 }];

async function calendar(
  more: { exceptions?: [string, Exception][]; days?: number[]; hours?: { from: number; to: number }[] } = {},
): Promise<WorkingCalendar> {
  const { days = [1, 2, 3, 4, 5], hours = nineToSix } = more;
  return {
    zone: ZONE,
    week: new Map(days.map((day) => [day, hours])),
    exceptions: new Map(more.exceptions ?? []),
    holidays: await holidaysOf('KR'),
  };
}

it.each([
  ['the same day', '2026-11-18T15:00', 0, '2026-11-18T18:00'],
  ['the next day', '2026-11-18T15:00', 1, '2026-11-19T18:00'],
  ['over a week-end', '2026-11-19T15:00', 3, '2026-11-24T18:00'],
  ['from a Saturday', '2026-11-21T12:00', 1, '2026-11-23T18:00'],
  ['the same day of a Saturday is the Monday', '2026-11-21T12:00', 0, '2026-11-23T18:00'],
  ['over Christmas, a Friday', '2026-12-23T17:00', 2, '2026-12-28T18:00'],
  ['over New Year', '2026-12-31T10:00', 1, '2027-01-04T18:00'],
  // 2026-02-16 to 18 is Seollal.
  ['over Seollal', '2026-02-13T10:00', 1, '2026-02-19T18:00'],
  // 2026-09-24 to 26 is Chuseok.
  ['over Chuseok', '2026-09-23T10:00', 2, '2026-09-29T18:00'],
])('%s', async (_, from, days, due) => {
  expect(dueAt(await calendar(), at(from), days)).toEqual(at(due));
});

it('a session that ends after hours, due the same day, is due the next working day', async () => {
  expect(dueAt(await calendar(), at('2026-11-18T19:00'), 0)).toEqual(at('2026-11-19T18:00'));
  expect(dueAt(await calendar(), at('2026-11-20T18:00'), 0)).toEqual(at('2026-11-23T18:00'));
});

it('own days come before the week: closed ones are left out, open ones counted, to their own end', async () => {
  const own = await calendar({
    exceptions: [
      ['2026-11-19', { name: '창립기념일', hours: [] }],
      ['2026-11-21', { name: '토요일 근무', hours: [{ from: 540, to: 780 }] }],
    ],
  });
  expect(dueAt(own, at('2026-11-18T15:00'), 1)).toEqual(at('2026-11-20T18:00'));
  expect(dueAt(own, at('2026-11-18T15:00'), 2)).toEqual(at('2026-11-21T13:00'));
});

it('the end of a day is where its last opening ends, also at midnight', async () => {
  const split = await calendar({
    hours: [
      { from: 540, to: 720 },
      { from: 780, to: 1020 },
    ],
  });
  expect(dueAt(split, at('2026-11-18T15:00'), 1)).toEqual(at('2026-11-19T17:00'));
  const always = await calendar({ days: [1, 2, 3, 4, 5, 6, 7], hours: [{ from: 0, to: 1440 }] });
  expect(dueAt(always, at('2026-11-18T15:00'), 1)).toEqual(at('2026-11-20T00:00'));
});

it('a calendar that never opens makes nothing due', async () => {
  expect(dueAt(await calendar({ days: [] }), at('2026-11-18T15:00'), 3)).toBeNull();
});

it('after a change nothing is due in the past: what would be is due at the end of the working day that goes on', async () => {
  const plain = await calendar();
  const from = at('2026-11-18T15:00');
  expect(dueAfterChange(plain, from, 3, at('2026-11-19T09:00'))).toEqual(at('2026-11-23T18:00'));
  expect(dueAfterChange(plain, from, 1, at('2026-11-20T10:00'))).toEqual(at('2026-11-20T18:00'));
  expect(dueAfterChange(plain, from, 1, at('2026-11-19T18:00'))).toEqual(at('2026-11-20T18:00'));
  expect(dueAfterChange(plain, from, 1, at('2026-11-21T10:00'))).toEqual(at('2026-11-23T18:00'));
});
