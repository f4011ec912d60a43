// Clocks on the wall: dates and times of day in an IANA zone. A date is 'YYYY-MM-DD'.

const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** Making a format takes far longer than using one, and an installation has few zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    formats.set(key, made);
  }
  return made;
}

/** The local calendar date of a moment in a zone, 'YYYY-MM-DD'. */
export function dateIn(zone: string, moment: Date): string {
  return formatOf(zone, 'sv-SE', { dateStyle: 'short' }).format(moment);
}

/** The moment at which a local date begins in a zone. */
export function startOfDay(zone: string, date: string): Date {
  let guess = momentAt(zone, date, 0).getTime();
  // Where the clocks go forward at midnight, that midnight does not exist: the day begins an hour later.
  if (dateIn(zone, new Date(guess)) < date) guess = utc(date) - offsetAt(zone, new Date(guess));
  return new Date(guess);
}

/** The moment at which the clocks of a zone show `minute` minutes after midnight of a date. */
export function momentAt(zone: string, date: string, minute: number): Date {
  const local = utc(date) + minute * 60_000;
  // A zone's offset at the guess may differ from the one at the result (daylight saving): look twice.
  let guess = local;
  for (let round = 0; round < 2; round++) guess = local - offsetAt(zone, new Date(guess));
  return new Date(guess);
}

/** Minutes since local midnight, 0 to 1439. */
export function minuteOfDay(zone: string, moment: Date): number {
  const local = new Date(moment.getTime() + offsetAt(zone, moment));
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (date: string): number => ((new Date(utc(date)).getUTCDay() + 6) % 7) + 1;

export const addDays = (date: string, days: number): string =>
  new Date(utc(date) + days * 86_400_000).toISOString().slice(0, 10);

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
export function offsetAt(zone: string, moment: Date): number {
  const parts = formatOf(zone, 'en-US', {
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(moment);
  const at = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return local - Math.floor(moment.getTime() / 1000) * 1000;
}
