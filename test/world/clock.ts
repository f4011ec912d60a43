// The calendar of a test: it stands still until somebody moves it.
import { Clock } from '../../src/platform/clock.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export class TestClock extends Clock {
  constructor(private moment: Date) {
    super();
  }

  now(): Date {
    return this.moment;
  }

  set(moment: string | Date): void {
    this.moment = new Date(moment);
  }

  pass(milliseconds: number): void {
    this.moment = new Date(this.moment.getTime() + milliseconds);
  }
}
