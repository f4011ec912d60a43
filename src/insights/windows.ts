// The weeks before and after a training that are compared: whole ISO weeks, as many on either side, without those of the training itself.
import { startOfDay } from '../platform/local-time.js';
import { type Monday, addWeeks, weekName } from '../platform/week.js';

/** Mondays of the first and the last week of a training: mostly the same one. */
export type TrainingWeeks = { first: Monday; last: Monday };

export type Span = { fromWeek: string; toWeek: string };

export const before = ({ first }: TrainingWeeks, weeks: number): Span => ({
  fromWeek: weekName(addWeeks(first, -weeks)),
  toWeek: weekName(addWeeks(first, -1)),
});

export const after = ({ last }: TrainingWeeks, weeks: number): Span => ({
  fromWeek: weekName(addWeeks(last, 1)),
  toWeek: weekName(addWeeks(last, weeks)),
});

/** The moment at which the last of the weeks after it is over. */
export const completeAt = (zone: string, { last }: TrainingWeeks, weeks: number): Date =>
  startOfDay(zone, addWeeks(last, weeks + 1));
