// npm run import -- FILE.csv [--source NAME]: brings a history as the page does, without a dry run; safe to repeat.
import { access } from 'node:fs/promises';
import { ImportService } from '../channels/index.js';
import { WeeklyReads } from '../voc/index.js';
import { Usage, finish, parseOptions, tell, withProduct } from './command.js';

/** More problems than this are counted, not listed. */
const MOST_LISTED = 200;

await finish(async () => {
  const { options, rest } = parseOptions(['source']);
  const [file] = rest;
  if (!file || rest.length > 1) throw new Usage('Use it like: npm run import -- history.csv');
  await access(file).catch(() => {
    throw new Usage(`${file} cannot be read.`);
  });
  return withProduct(async (app) => {
    const started = Date.now();
    const summary = await app.get(ImportService).bringFile(file, {
      source: options.get('source') ?? 'csv',
      onProgress: ({ rows, imported, wrong }) => {
        if (process.stderr.isTTY)
          process.stderr.write(`\r${rows} rows read, ${imported} imported, ${wrong} wrong`);
        else if (rows % 2_500 < 500) tell(`${rows} rows read, ${imported} imported, ${wrong} wrong`);
      },
    });
    if (process.stderr.isTTY) tell('');
    await app.get(WeeklyReads).fold();
    const problems = [...summary.errors, ...summary.conflicts].sort((a, b) => a.line - b.line);
    for (const { line, reason } of problems.slice(0, MOST_LISTED)) tell(`line ${line}: ${reason}`);
    if (problems.length > MOST_LISTED) tell(`… and ${problems.length - MOST_LISTED} more`);
    tell(
      `${summary.rows} rows: ${summary.imported} imported and counted, ${summary.already} were here already, ` +
        `${summary.conflicts.length} changed since and left as they are, ${summary.errors.length} wrong; ` +
        `${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
    return problems.length > 0 ? 1 : 0;
  });
});
