// How statements reach PostgreSQL: those that come again are prepared once a connection, several leave in one write.
import type { PoolClient, QueryResult, QueryResultRow } from 'pg';

/** From the second time on a statement has a name, and PostgreSQL neither parses nor, mostly, plans it again. */
const KNOWN_AFTER = 2;

/** Every connection keeps each of them, some ten kilobytes: lists with rare filters stay without a name. */
const MOST_NAMES = 400;

/** Texts seen so far. Ours are a few hundred; what filters make of them is bounded here. */
const MOST_TEXTS = 4_000;

const CHANGED_UNDERNEATH = '0A000';

const seen = new Map<string, number>();
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const name = names.get(text);
  if (name || names.size >= MOST_NAMES) return name;
  const times = (seen.get(text) ?? 0) + 1;
  if (times < KNOWN_AFTER) {
    if (seen.size >= MOST_TEXTS) seen.clear();
    seen.set(text, times);
    return undefined;
  }
  seen.delete(text);
  const given = `hotline_${names.size}`;
  names.set(text, given);
  return given;
}

export function run<Row extends QueryResultRow>(
  client: PoolClient,
  text: string,
  values: readonly unknown[],
): Promise<QueryResult<Row>> {
  const name = nameOf(text);
  return client.query<Row>({ ...(name ? { name } : {}), text, values: values as unknown[] });
}

/** Whether a migration has changed what a prepared statement answers with: on a new connection it works. */
export const outdated = (error: unknown): boolean =>
  (error as { code?: string }).code === CHANGED_UNDERNEATH && names.size > 0;

/** Whatever `work` asks for without waiting leaves in one write: each one costs more than the words in it. */
export function together<Result>(client: PoolClient, work: () => Result): Result {
  const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } })
    .connection;
  stream.cork();
  try {
    return work();
  } finally {
    stream.uncork();
  }
}
