// Published against now: every figure twice, and the items that explain the difference exactly. Pure.
import type { FrozenReport, MemberRow } from './document.js';

/** Where an item counts: in the report, or now. */
export type Place = Pick<MemberRow, 'category' | 'channel' | 'product_area_id' | 'tier' | 'company_id'>;

/** An item that counts otherwise than when the report was published, as the database tells it. */
export type DifferenceRow = {
  id: string;
  was: Place | null;
  now: Place | null;
  there: boolean;
  state: 'COUNTED' | 'WITHDRAWN' | null;
  week: string | null;
  madeSince: boolean | null;
  redated: boolean;
};

export const DIFFERENCE_REASONS = [
  'ADDED',
  'RESTORED',
  'MOVED_IN',
  'MOVED_OUT',
  'WITHDRAWN',
  'GONE',
  'RECATEGORISED',
  'CHANNEL',
  'AREA',
  'TIER',
  'COMPANY',
] as const;
export type DifferenceReason = (typeof DIFFERENCE_REASONS)[number];

/** Why an item counts otherwise; for one that counts both times, everything that changed. */
export function reasonsOf(row: DifferenceRow, week: string): DifferenceReason[] {
  const { was, now } = row;
  if (!was) return [row.madeSince ? 'ADDED' : row.redated ? 'MOVED_IN' : 'RESTORED'];
  if (!now) {
    if (!row.there) return ['GONE'];
    return [row.week !== week ? 'MOVED_OUT' : 'WITHDRAWN'];
  }
  return [
    ...(was.category !== now.category ? (['RECATEGORISED'] as const) : []),
    ...(was.channel !== now.channel ? (['CHANNEL'] as const) : []),
    ...(was.product_area_id !== now.product_area_id ? (['AREA'] as const) : []),
    ...(was.tier !== now.tier ? (['TIER'] as const) : []),
    ...(was.company_id !== now.company_id ? (['COMPANY'] as const) : []),
  ];
}

export const DIMENSIONS = ['TOTAL', 'CATEGORY', 'CHANNEL', 'AREA', 'TIER', 'COMPANY'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export type ComparedFigure = {
  dimension: Dimension;
  /** A word of the dimension or a uuid; '' for the total and for items without an area. */
  key: string;
  ko: string | null;
  en: string | null;
  /** Frozen; null where the report keeps no figure of its own, as for companies below its first ten. */
  published: number | null;
  current: number;
  /** Items that count here now and did not when it was published, and the other way round. */
  gained: number;
  lost: number;
};

const KEYS: Record<Dimension, (place: Place) => string | null> = {
  TOTAL: () => '',
  CATEGORY: ({ category }) => category,
  CHANNEL: ({ channel }) => channel,
  AREA: ({ product_area_id }) => product_area_id ?? '',
  TIER: ({ tier }) => tier,
  COMPANY: ({ company_id }) => company_id,
};

type Frozen = { key: string; ko: string | null; en: string | null; n: number };

function frozenFigures(document: FrozenReport): Record<Dimension, Frozen[]> {
  const plain = (key: string, n: number): Frozen => ({ key, ko: null, en: null, n });
  return {
    TOTAL: [plain('', document.total)],
    CATEGORY: document.categories.map(({ category, count }) => plain(category, count)),
    CHANNEL: document.channels.map(({ channel, count }) => plain(channel, count)),
    AREA: document.areas.map(({ id, ko, en, count }) => ({ key: id ?? '', ko, en, n: count })),
    TIER: document.tiers.map(({ tier, count }) => plain(tier, count)),
    COMPANY: document.companies.map(({ id, name, count }) => ({ key: id, ko: name, en: name, n: count })),
  };
}

/** Every published figure beside the current one, in the order of the report; then what is only there now. */
export function compare(
  document: FrozenReport,
  cells: readonly { dimension: string; key: string; n: number }[],
  differing: readonly DifferenceRow[],
): ComparedFigure[] {
  const frozen = frozenFigures(document);
  return DIMENSIONS.flatMap((dimension) => {
    const keyOf = KEYS[dimension];
    const current = new Map(
      cells.filter((cell) => cell.dimension === dimension).map(({ key, n }) => [key, n]),
    );
    const [gained, lost] = [new Map<string, number>(), new Map<string, number>()];
    for (const { was, now } of differing) {
      const [before, after] = [was && keyOf(was), now && keyOf(now)];
      if (before === after) continue;
      if (before !== null) lost.set(before, (lost.get(before) ?? 0) + 1);
      if (after !== null) gained.set(after, (gained.get(after) ?? 0) + 1);
    }
    const known = frozen[dimension];
    const kept = new Set(known.map(({ key }) => key));
    // A company below the first ten has no figure of its own in the report: it is shown where items moved.
    const later = [...current.keys(), ...lost.keys()].filter(
      (key, index, all) =>
        !kept.has(key) &&
        all.indexOf(key) === index &&
        (dimension !== 'COMPANY' || gained.has(key) || lost.has(key)),
    );
    return [
      ...known.map(({ key, ko, en, n }) => figure(key, ko, en, n)),
      ...later.map((key) => figure(key, null, null, dimension === 'COMPANY' ? null : 0)),
    ];

    function figure(
      key: string,
      ko: string | null,
      en: string | null,
      published: number | null,
    ): ComparedFigure {
      return {
        dimension,
        key,
        ko,
        en,
        published,
        current: current.get(key) ?? 0,
        gained: gained.get(key) ?? 0,
        lost: lost.get(key) ?? 0,
      };
    }
  });
}
