// What needs have to say about a week: those that were heard for the first time, and those that were heard more often.
import { Inject, Injectable } from '@nestjs/common';
import { WeeklySections } from '../../notifications/index.js';
import { NeedsReads } from './needs.reads.js';

@Injectable()
export class WeeklyNeeds {
  constructor(@Inject(NeedsReads) reads: NeedsReads, @Inject(WeeklySections) sections: WeeklySections) {
    sections.register('needs', {
      ko: '새로 나온 요구와 늘어난 요구',
      en: 'New and growing needs',
      lines: async ({ week }) =>
        (await reads.movedIn(week)).map(({ number, title, n, before, fresh }) => ({
          key: `need:${number}`,
          count: n,
          ko: `${title} – ${since(fresh, before).ko}`,
          en: `${title} – ${since(fresh, before).en}`,
          link: `/needs/${number}`,
        })),
    });
  }
}

function since(fresh: boolean, before: number): { ko: string; en: string } {
  if (fresh) return { ko: '처음 나왔어요', en: 'heard for the first time' };
  if (before === 0) return { ko: '지난주에는 없었어요', en: 'not heard the week before' };
  return { ko: `지난주 ${before}건에서 늘었어요`, en: `up from ${before} the week before` };
}
