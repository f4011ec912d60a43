// npm run report -- --week 2026-W46 [--format text|json|csv]: the weekly figures in the terminal.
// npm run report -- [--week 2026-W46] --verify yes: whether published reports are, to the byte, what was published.
import type { INestApplicationContext } from '@nestjs/common';
import { system } from '../platform/actor.js';
import { parseWeek, weekName } from '../platform/week.js';
import {
  ReportsReads,
  ReportsService,
  type Week,
  WeeklyService,
  weekAsCsv,
  weekAsText,
} from '../voc/index.js';
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
  const { options, rest } = parseOptions(['week', 'format', 'verify']);
  if (rest.length > 0) throw new Usage(`Use it like: npm run report -- --week 2026-W46 --format csv`);
  const format = options.get('format') ?? 'text';
  const shapes: Record<string, (week: Week) => string> = { text: weekAsText, json: asJson, csv: weekAsCsv };
  const shape = shapes[format];
  if (!shape) throw new Usage(`--format is text, json or csv, not '${format}'.`);
  const named = options.get('week');
  const monday = named === undefined ? null : mondayOf(named);
  const wanted = options.get('verify');
  if (wanted !== undefined && wanted !== 'yes') throw new Usage(`--verify is yes, not '${wanted}'.`);
  if (wanted) return withProduct((app) => verify(app, monday));
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

/** One line for each published report; ends with 1 when one does not hold, or when none is there. */
async function verify(app: INestApplicationContext, monday: string | null): Promise<number> {
  const all = await app.get(ReportsReads).published();
  const chosen = all.filter(({ week }) => monday === null || week === monday);
  if (chosen.length === 0) throw new Error('No report is published here.');
  let broken = 0;
  for (const row of chosen) {
    const holds = await app.get(ReportsService).holds(row);
    if (!holds) broken += 1;
    process.stdout.write(`${weekName(row.week)} ${row.hash} ${holds ? 'holds' : 'DOES NOT HOLD'}\n`);
  }
  return broken === 0 ? 0 : 1;
}
