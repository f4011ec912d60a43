// Rows of reports as GraphQL objects.
import { globalId } from '../../platform/graphql/index.js';
import { weekName } from '../../platform/week.js';
import type { WeeklySection } from '../../notifications/index.js';
import { type ComparedFigure, type DifferenceRow, type Place, reasonsOf } from './difference.js';
import type { FrozenReport, MemberRow } from './document.js';
import type * as shapes from './reports.graphql.js';
import type { ReportRow, WeekLine } from './reports.reads.js';

const idOrNull = (word: string, uuid: string | null): string | null => (uuid ? globalId(word, uuid) : null);

/** The frozen document of a published report. */
export const documentOf = ({ canonical }: Pick<ReportRow, 'canonical'>): FrozenReport | null =>
  canonical === null ? null : (JSON.parse(canonical) as FrozenReport);

export const reportShape = (row: ReportRow): shapes.WeeklyReportType => ({
  id: globalId('report', row.id),
  week: weekName(row.week),
  state: row.state,
  headline: row.headline,
  comments: row.comments,
  version: row.version,
  draftedAt: row.drafted_at,
  editedAt: row.edited_at,
  publishedAt: row.published_at,
  published: publishedShape(documentOf(row)),
  canonical: row.canonical,
  hash: row.hash,
  row,
});

const publishedShape = (document: FrozenReport | null): shapes.PublishedFigures | null =>
  document && {
    ...document,
    from: new Date(document.from),
    to: new Date(document.to),
    areas: document.areas.map(({ id, ko, en, count }) => ({
      areaId: idOrNull('area', id),
      nameKo: ko,
      nameEn: en,
      count,
    })),
    companies: document.companies.map(({ id, name, count }) => ({
      companyId: globalId('company', id),
      name,
      count,
    })),
    trend: document.trend.map(({ week, total, counts }) => ({
      week,
      total,
      usage: counts.USAGE,
      defect: counts.DEFECT,
      improvement: counts.IMPROVEMENT,
      feature: counts.FEATURE,
      account: counts.ACCOUNT,
    })),
  };

/** `names`: of areas and companies that the report itself does not name. */
export function comparedShape(
  figure: ComparedFigure,
  names: ReadonlyMap<string, [string, string]>,
): shapes.ComparedFigureType {
  const { dimension, key, ko, en, ...numbers } = figure;
  const [nameKo, nameEn] = ko !== null ? [ko, en] : (names.get(key) ?? [null, null]);
  const word = dimension === 'AREA' ? 'area' : dimension === 'COMPANY' ? 'company' : null;
  const none = dimension === 'AREA' && key === '';
  return { dimension, key: none ? 'NONE' : word ? globalId(word, key) : key, nameKo, nameEn, ...numbers };
}

const placeShape = (place: Place): shapes.ReportPlace => ({
  category: place.category,
  channel: place.channel,
  tier: place.tier,
  productAreaId: idOrNull('area', place.product_area_id),
  companyId: idOrNull('company', place.company_id),
});

export const differenceShape = (row: DifferenceRow, monday: string): shapes.ReportDifference => ({
  itemId: globalId('vocitem', row.id),
  itemUuid: row.id,
  reasons: reasonsOf(row, monday),
  was: row.was && placeShape(row.was),
  now: row.now && placeShape(row.now),
});

export const memberShape = (row: MemberRow): shapes.ReportItem => ({
  itemId: globalId('vocitem', row.item_id),
  itemUuid: row.item_id,
  place: placeShape(row),
});

export const sectionShape = ({ name, ko, en, lines }: WeeklySection): shapes.ReportSection => ({
  name,
  titleKo: ko,
  titleEn: en,
  lines: lines.map((line) => ({
    key: line.key,
    count: line.count,
    textKo: line.ko,
    textEn: line.en,
    link: line.link,
  })),
});

export const weekShape = (line: WeekLine): shapes.ReportWeek => ({
  week: weekName(line.week),
  state: line.state,
  headline: line.headline,
  total: line.total,
  publishedTotal: line.published_total,
});
