// The frozen document of a week: every figure that the report shows, and the proof of the items behind them. Pure.
import { startOfDay } from '../../platform/local-time.js';
import { type Monday, addWeeks, weekName } from '../../platform/week.js';
import type { WeeklySection } from '../../notifications/index.js';
import type { Channel } from '../../threads/index.js';
import type { Tier } from '../../identity/index.js';
import type { Category } from '../classification/index.js';
import { type CategoryFigure, type Cell, categoryFigures, trend } from '../weekly/index.js';
import { type Json, canonicalJson, sha256 } from './canonical.js';
import type { Report, ReportComment } from './report.entity.js';

/** Of one item when the report was published. */
export type MemberRow = {
  item_id: string;
  category: Category;
  channel: Channel;
  product_area_id: string | null;
  tier: Tier | null;
  company_id: string | null;
};

/** What the database counts over the items of the week that are in the report. */
export type Counted = {
  /** This week and those of the trend before it. */
  cells: Cell[];
  channels: { channel: Channel; n: number }[];
  areas: { id: string | null; ko: string | null; en: string | null; n: number }[];
  tiers: { tier: Tier; n: number }[];
  companies: { id: string; name: string; n: number }[];
};

/** Version 1; described in docs/reports.md. A later version adds names and never changes these. */
export type FrozenReport = {
  version: 1;
  week: string;
  zone: string;
  from: string;
  to: string;
  publishedAt: string;
  headline: string;
  comments: ReportComment[];
  quotes: string[];
  total: number;
  previousTotal: number;
  categories: CategoryFigure[];
  channels: { channel: Channel; count: number }[];
  areas: { id: string | null; ko: string | null; en: string | null; count: number }[];
  tiers: { tier: Tier; count: number }[];
  companies: { id: string; name: string; count: number }[];
  trend: { week: string; total: number; counts: Record<Category, number> }[];
  sections: WeeklySection[];
  /** How many items counted, and the SHA-256 over one line for each (`membersText`). */
  items: { count: number; sha256: string };
};

/** Weeks of the trend in a report, its own last. */
export const REPORT_TREND = 13;

const round4 = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 10_000) / 10_000;

/** One line per item, sorted by id: id, category, channel, area, tier and company, empty where there is none. */
export const membersText = (rows: readonly MemberRow[]): string =>
  [...rows]
    .sort((a, b) => (a.item_id < b.item_id ? -1 : 1))
    .map((row) =>
      [
        row.item_id,
        row.category,
        row.channel,
        row.product_area_id ?? '',
        row.tier ?? '',
        row.company_id ?? '',
      ].join('\t'),
    )
    .join('\n');

export function freeze(
  week: Monday,
  zone: string,
  publishedAt: Date,
  { headline, comments, quotes }: Pick<Report, 'headline' | 'comments' | 'quotes'>,
  counted: Counted,
  sections: WeeklySection[],
  members: readonly MemberRow[],
): { document: FrozenReport; canonical: string; hash: string } {
  const points = trend(counted.cells, week, REPORT_TREND);
  const document: FrozenReport = {
    version: 1,
    week: weekName(week),
    zone,
    from: startOfDay(zone, week).toISOString(),
    to: startOfDay(zone, addWeeks(week, 1)).toISOString(),
    publishedAt: publishedAt.toISOString(),
    headline,
    comments,
    quotes,
    total: points.at(-1)?.total ?? 0,
    previousTotal: points.at(-2)?.total ?? 0,
    categories: categoryFigures(points).map((figure) => ({ ...figure, share: round4(figure.share) })),
    channels: counted.channels.map(({ channel, n }) => ({ channel, count: n })),
    areas: counted.areas.map(({ n, ...area }) => ({ ...area, count: n })),
    tiers: counted.tiers.map(({ tier, n }) => ({ tier, count: n })),
    companies: counted.companies.map(({ n, ...company }) => ({ ...company, count: n })),
    trend: points.map((point) => ({ ...point, week: weekName(point.week) })),
    sections,
    items: { count: members.length, sha256: sha256(membersText(members)) },
  };
  const canonical = canonicalJson(document as unknown as Json);
  return { document, canonical, hash: sha256(canonical) };
}

/** Whether the text is canonical, its hash is right, and the items are those that counted. */
export function holds(canonical: string, hash: string, members: readonly MemberRow[]): boolean {
  const document = JSON.parse(canonical) as FrozenReport;
  return (
    sha256(canonical) === hash &&
    canonicalJson(document as unknown as Json) === canonical &&
    document.items.count === members.length &&
    document.items.sha256 === sha256(membersText(members))
  );
}
