// The list of today, and the section that the weekly report has of its week.
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { addDays, dateIn } from '../../platform/local-time.js';
import { type WeeklyLine, WeeklySections, type WholeWeek } from '../../notifications/index.js';
import { type QuietDay, quietDay, weeksQuiet } from './quiet-day.js';
import { QuietReads, type QuietRow } from './quiet.reads.js';

/** Companies that the report names; the rest is a number. */
const MOST_NAMED = 20;

@Injectable()
export class QuietService {
  constructor(
    @Inject(QuietReads) private readonly reads: QuietReads,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(WeeklySections) sections: WeeklySections,
  ) {
    sections.register('quiet', {
      ko: '조용한 고객사',
      en: 'Quiet companies',
      lines: (week) => this.linesOf(week),
    });
  }

  get weeks(): number {
    return this.config.quietWeeks;
  }

  /** Today in the installation's zone. */
  async today(weeks: number): Promise<{ zone: string; on: QuietDay }> {
    const zone = await this.reads.zone(system);
    return { zone, on: quietDay(zone, dateIn(zone, this.clock.now()), weeks) };
  }

  /** Who was quiet on the Sunday of the week, whatever was heard since. */
  private async linesOf({ week }: WholeWeek): Promise<WeeklyLine[]> {
    const zone = await this.reads.zone(system);
    const on = quietDay(zone, addDays(week, 6), this.weeks);
    const page = await this.reads.page(system, on, null, MOST_NAMED, null);
    const lines = page.slice(0, MOST_NAMED).map((row) => lineOf(zone, on.day, row));
    if (page.length <= MOST_NAMED) return lines;
    const rest = (await this.reads.count(system, on, null)) - MOST_NAMED;
    return [
      ...lines,
      { key: 'quiet:more', count: null, ko: `그 밖에 ${rest}곳`, en: `${rest} more`, link: PAGE },
    ];
  }
}

const PAGE = '/training/quiet';

function lineOf(zone: string, day: string, row: QuietRow): WeeklyLine {
  const weeks = weeksQuiet(zone, row.since, day);
  const date = (moment: Date | null): string | null => moment && dateIn(zone, moment);
  const [trained, word] = [date(row.trained_at), date(row.word_at)];
  const ko = [
    `${row.company_name} – ${weeks}주째 조용해요`,
    trained ? `마지막 교육 ${trained}` : '교육 전',
    word ? `마지막 말 ${word}` : '아직 말이 없어요',
    ...(row.responsible_name ? [`담당 ${row.responsible_name}`] : []),
  ];
  const en = [
    `${row.company_name} – quiet for ${weeks} ${weeks === 1 ? 'week' : 'weeks'}`,
    trained ? `last trained ${trained}` : 'not trained yet',
    word ? `last heard ${word}` : 'never heard',
    ...(row.responsible_name ? [`looked after by ${row.responsible_name}`] : []),
  ];
  return {
    key: `quiet:${row.company_id}`,
    count: null,
    ko: ko.join(' · '),
    en: en.join(' · '),
    link: `/companies/${row.handle}`,
  };
}
