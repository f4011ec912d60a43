// npm run report -- --week 2026-W46 [--format text|json|csv]: the weekly figures in the terminal.
import { system } from '../platform/actor.js';
import { parseWeek, weekName } from '../platform/week.js';
import { type Week, WeeklyService, weekAsCsv, weekAsText } from '../voc/index.js';
import { Usage, finish, parseOptions, withProduct } from './command.js';

/** The same words as the GraphQL type WeeklyVoc. */
const asJson = ({ week, from, to, complete, total, previousTotal, categories, trend, rows }: Week): string =>
  `${JSON.stringify(
    {
      week: weekName(week),
      from,
      to,
      complete,
      total,
      previousTotal,
      categories,
      trend: trend.map((point) => ({ ...point, week: weekName(point.week) })),
      channels: rows.channels.map(({ channel, n }) => ({ channel, count: n })),
      alarms: rows.alarms,
    },
    null,
    2,
  )}\n`;

await finish(async () => {
  const { options, rest } = parseOptions(['week', 'format']);
  if (rest.length > 0) throw new Usage(`Use it like: npm run report -- --week 2026-W46 --format csv`);
  const format = options.get('format') ?? 'text';
  const shapes: Record<string, (week: Week) => string> = { text: weekAsText, json: asJson, csv: weekAsCsv };
  const shape = shapes[format];
  if (!shape) throw new Usage(`--format is text, json or csv, not '${format}'.`);
  const named = options.get('week');
  const monday = named === undefined ? null : mondayOf(named);
  return withProduct(async (app) => {
    process.stdout.write(shape(await app.get(WeeklyService).week(system, monday)));
  });
});

function mondayOf(name: string): string {
  try {
    return parseWeek(name);
  } catch (error) {
    throw new Usage((error as Error).message);
  }
}
