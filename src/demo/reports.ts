// The demonstration's weekly reports: published each Monday morning of the story; the last one waits as a draft.
import type { INestApplicationContext } from '@nestjs/common';
import type { StaffActor } from '../platform/actor.js';
import { momentAt } from '../platform/local-time.js';
import { type Monday, addWeeks, weekOf } from '../platform/week.js';
import { type Category, ItemsReads, ReportsReads, ReportsService, WeeklyService } from '../voc/index.js';
import type { StoryClock } from './story-time.js';

/** Monday 08:40, as leads do it before the week's meeting. */
const PUBLISHED_AT = 8 * 60 + 40;

const NAMES: Record<Category, string> = {
  USAGE: '사용 문의',
  DEFECT: '오류·장애',
  IMPROVEMENT: '개선 요청',
  FEATURE: '기능 요청',
  ACCOUNT: '계정·결제',
};

const SAYS: Record<Category, string> = {
  USAGE: '같은 것을 묻는 분이 많아요. 도움말에 먼저 올릴 것을 골라 볼게요.',
  DEFECT: '개발팀에 넘긴 오류는 고쳐지는 대로 물어보신 분들께 알려 드릴게요.',
  IMPROVEMENT: '매일 쓰는 화면의 작은 불편이 많았어요. 묶어서 보면 좋겠어요.',
  FEATURE: '업종마다 바라는 것이 달라요. 아래 문장에서 쓰임새를 봐 주세요.',
  ACCOUNT: '운영에서 바로 처리한 일들이에요. 제품이 바뀔 일은 적었어요.',
};

export class DemoReports {
  private next: Monday | null = null;
  private readonly reports: ReportsService;
  /** The last complete week. */
  private readonly last: Monday;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: StoryClock,
    private readonly lead: StaffActor,
    private readonly zone: string,
    private readonly now: Date,
  ) {
    this.reports = app.get(ReportsService);
    this.last = addWeeks(weekOf(zone, now), -1);
  }

  /** Whether a moment lies in the last week that the story publishes: what is decided on it later, shows. */
  isFreshlyPublished(moment: Date): boolean {
    return weekOf(this.zone, moment) === addWeeks(this.last, -1);
  }

  /** Publishes the weeks whose Monday morning has come by this moment of the story, but for the last one. */
  async until(moment: Date): Promise<void> {
    this.next ??= weekOf(this.zone, moment);
    for (
      let at = this.morningAfter(this.next);
      at <= moment && this.next < this.last;
      at = this.morningAfter(this.next)
    ) {
      this.clock.set(at);
      await this.publish(this.next);
      this.next = addWeeks(this.next, 1);
    }
  }

  /** The last complete week's report waits for its lead, who looks at the demonstration. */
  async leaveDraft(): Promise<void> {
    this.clock.set(this.now);
    await this.write(this.last);
  }

  private morningAfter(week: Monday): Date {
    return momentAt(this.zone, addWeeks(week, 1), PUBLISHED_AT);
  }

  private async publish(week: Monday): Promise<void> {
    const { id, version } = await this.write(week);
    await this.reports.publish(this.lead, id, version);
  }

  /** A headline of what moved, a word to it, and three sentences of those who said it. */
  private async write(week: Monday): Promise<{ id: string; version: number }> {
    const id = await this.reports.draft(this.lead, week);
    const { categories, total } = await this.app.get(WeeklyService).week(this.lead, week);
    const [biggest] = [...categories].sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
    const [row] = await this.app.get(ReportsReads).byIds(this.lead, [id]);
    if (!biggest || !row || total === 0) return { id, version: row?.version ?? 1 };
    const { category, change, count, previous } = biggest;
    const items = await this.app.get(ItemsReads).list(this.lead, only(week, category), 'NEWEST', 3, null);
    const moved =
      change === 0
        ? '지난주와 비슷한 한 주였어요'
        : `${NAMES[category]} ${previous}건에서 ${count}건으로 ${change > 0 ? '늘었어요' : '줄었어요'}`;
    await this.reports.edit(this.lead, id, row.version, {
      headline: moved,
      comments: [{ category, text: SAYS[category] }],
      quotes: items.slice(0, 3).map((item) => item.id),
    });
    return { id, version: row.version + 1 };
  }
}

const only = (week: Monday, category: Category) => ({
  fromWeek: week,
  toWeek: week,
  category,
  channel: null,
  companyId: null,
  tier: null,
  productAreaId: null,
  state: 'COUNTED' as const,
  reviewed: null,
  needId: null,
  proposed: null,
  origin: null,
  search: null,
});
