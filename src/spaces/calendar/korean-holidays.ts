// Public holidays of Korea as the law has them, for years that the gazette has not published yet.
import { addDays, weekdayOf } from '../../platform/local-time.js';

/** 'YYYY-MM-DD' → its names. */
export type Holidays = ReadonlyMap<string, readonly string[]>;

/** When a holiday is made good for: on Saturdays too, on Sundays only, or never. */
type Substitute = 'WEEKEND' | 'SUNDAY' | 'NEVER';

type Rule = { name: string; substitute: Substitute } & (
  { day: string; since?: number } | { lunar: [month: number, day: number]; shift?: number }
);

// 관공서의 공휴일에 관한 규정, with Labour Day and Constitution Day since 2026.
const RULES: Rule[] = [
  { name: '1월 1일', day: '01-01', substitute: 'NEVER' },
  { name: '설날 전날', lunar: [1, 1], shift: -1, substitute: 'SUNDAY' },
  { name: '설날', lunar: [1, 1], substitute: 'SUNDAY' },
  { name: '설날 다음 날', lunar: [1, 1], shift: 1, substitute: 'SUNDAY' },
  { name: '3ㆍ1절', day: '03-01', substitute: 'WEEKEND' },
  { name: '노동절', day: '05-01', since: 2026, substitute: 'WEEKEND' },
  { name: '어린이날', day: '05-05', substitute: 'WEEKEND' },
  { name: '부처님 오신 날', lunar: [4, 8], substitute: 'WEEKEND' },
  { name: '현충일', day: '06-06', substitute: 'NEVER' },
  { name: '제헌절', day: '07-17', since: 2026, substitute: 'WEEKEND' },
  { name: '광복절', day: '08-15', substitute: 'WEEKEND' },
  { name: '추석 전날', lunar: [8, 15], shift: -1, substitute: 'SUNDAY' },
  { name: '추석', lunar: [8, 15], substitute: 'SUNDAY' },
  { name: '추석 다음 날', lunar: [8, 15], shift: 1, substitute: 'SUNDAY' },
  { name: '개천절', day: '10-03', substitute: 'WEEKEND' },
  { name: '한글날', day: '10-09', substitute: 'WEEKEND' },
  { name: '기독탄신일', day: '12-25', substitute: 'WEEKEND' },
];

/** As the law stands, without what is decided from case to case: elections and temporary holidays. */
export function koreanHolidays(year: number): Holidays {
  const lunar = lunarDays(year);
  const rules = new Map<string, Rule[]>();
  for (const rule of RULES) {
    if ('since' in rule && rule.since && year < rule.since) continue;
    const day =
      'day' in rule ? `${year}-${rule.day}` : addDays(lunar.get(rule.lunar.join('-')) ?? '', rule.shift ?? 0);
    rules.set(day, [...(rules.get(day) ?? []), rule]);
  }
  const holidays = new Map([...rules].map(([day, each]) => [day, each.map(({ name }) => name)]));
  for (const [day, each] of [...rules].sort(([one], [other]) => one.localeCompare(other))) {
    const lost = each.filter(({ substitute }) => loses(substitute, day, each.length));
    // Of two on one day the gazette names the one that moves.
    const named = lost.find((rule) => 'lunar' in rule) ?? lost[0];
    if (named) holidays.set(nextWorkday(day, holidays), [substituteFor(named)]);
  }
  return new Map([...holidays].sort(([one], [other]) => one.localeCompare(other)));
}

/** A day on which one would have been free anyway: a weekend, or another holiday. */
function loses(substitute: Substitute, day: string, holidays: number): boolean {
  if (substitute === 'NEVER') return false;
  const weekday = weekdayOf(day);
  return holidays > 1 || weekday === 7 || (weekday === 6 && substitute === 'WEEKEND');
}

function nextWorkday(day: string, holidays: Holidays): string {
  let next = addDays(day, 1);
  while (holidays.has(next) || weekdayOf(next) > 5) next = addDays(next, 1);
  return next;
}

const substituteFor = ({ name }: Rule): string => `대체공휴일(${name.replace(/ (전날|다음 날)$/, '')})`;

/** 'month-day' of the Korean lunar calendar → the day of this year; leap months ('6bis') have no holidays. */
function lunarDays(year: number): Map<string, string> {
  const korean = new Intl.DateTimeFormat('en-u-ca-dangi', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  });
  const days = new Map<string, string>();
  for (let day = `${year}-01-01`; day < `${year}-11-01`; day = addDays(day, 1)) {
    const parts = korean.formatToParts(new Date(`${day}T00:00:00Z`));
    const at = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    const key = `${at('month')}-${at('day')}`;
    if (!days.has(key)) days.set(key, day);
  }
  return days;
}
