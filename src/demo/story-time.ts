// Lays the demonstration's story on the calendar, so that its last day is the last working morning.
import { Clock } from '../platform/clock.js';
import { dateIn, startOfDay } from '../platform/local-time.js';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** The hour of a working day after which that day's story has been told. */
const STORY_ENDS_AT = 11 * 60;

/** A clock that is set by hand. */
export class StoryClock extends Clock {
  private moment: Date;

  constructor(private readonly latest: Date) {
    super();
    this.moment = latest;
  }

  now(): Date {
    return this.moment;
  }

  /** Nothing in the story lies in the future. */
  set(moment: Date): void {
    this.moment = moment > this.latest ? this.latest : moment;
  }
}

export class StoryCalendar {
  private readonly dayZero: string;

  constructor(
    private readonly zone: string,
    now: Date,
  ) {
    let day = dateIn(zone, now);
    while (isWeekend(day) || this.at(day, STORY_ENDS_AT) > now) day = shift(day, -1);
    this.dayZero = day;
  }

  /** `daysAgo` counts calendar days back from a Friday, so weekends fall where they fell in the story. */
  moment(daysAgo: number, time: string): Date {
    const workingDays = 5 * Math.floor(daysAgo / 7) + Math.min(daysAgo % 7, 4);
    let day = this.dayZero;
    for (let left = workingDays; left > 0;) {
      day = shift(day, -1);
      if (!isWeekend(day)) left--;
    }
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return this.at(day, hours * 60 + minutes);
  }

  /** Some minutes later; what would land on a weekend waits for Monday at the same hour. */
  later(moment: Date, minutes: number): Date {
    let next = new Date(moment.getTime() + minutes * MINUTE);
    while (isWeekend(dateIn(this.zone, next))) next = new Date(next.getTime() + DAY);
    return next;
  }

  private at(day: string, minutes: number): Date {
    return new Date(startOfDay(this.zone, day).getTime() + minutes * MINUTE);
  }
}

const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
