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
          ko: `${title} – ${fresh ? '처음 나왔어요' : `지난주 ${before}건에서 늘었어요`}`,
          en: `${title} – ${fresh ? 'heard for the first time' : `up from ${before} the week before`}`,
          link: `/needs/${number}`,
        })),
    });
  }
}
