// Somebody with every table of both clusters, with transaction numbers and places on disk, and every line of the log, but not the key.
import { createHash } from 'node:crypto';
import pg from 'pg';

export type Suspect = { id: string; email: string; name: string; token: string; companyId: string };

type Row = { table: string; xmin: number; at: number; values: Record<string, unknown> };

export type Post = {
  id: string;
  threadId: string;
  tag: string;
  order: number;
  xmin: number;
  row: Row;
  /** The number that PostgreSQL gave the long value of its picture, which counts upwards; null without a picture. */
  long: number | null;
};

export type Seen = { posts: Post[]; main: Row[]; boards: Row[]; log: string };

/** A guess for each post, by its id: a person's id, or nothing. */
export type Linker = { name: string; guess: (seen: Seen, suspects: Suspect[]) => Map<string, string> };

/** Every row of every table of a database but PostgreSQL's own, in physical order. */
export async function readAll(url: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ table: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as table from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const all: Row[] = [];
    for (const { table } of tables.rows) {
      const { rows } = await client.query(
        `select t.xmin::text::bigint as xmin, row_to_json(t) as values from ${table} t order by t.ctid`,
      );
      rows.forEach(({ xmin, values }, at) => all.push({ table, xmin: Number(xmin), at, values }));
    }
    return all;
  } finally {
    await client.end();
  }
}

/** By post, the numbers of its pictures' long values. */
async function longValues(url: string): Promise<Map<string, number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: found } = await client.query(
      `select reltoastrelid::regclass::text as toast from pg_class where oid = 'boards.picture'::regclass`,
    );
    const { rows } = await client.query(
      `with long as (select chunk_id, string_agg(chunk_data, '' order by chunk_seq) as bytes from ${found[0].toast} group by chunk_id)
       select picture.post_id, max(long.chunk_id::text::bigint) as number
       from long join boards.picture picture on picture.bytes = long.bytes group by picture.post_id`,
    );
    return new Map(rows.map((row) => [row.post_id, Number(row.number)]));
  } finally {
    await client.end();
  }
}

export async function look(mainUrl: string, boardsUrl: string, log: string): Promise<Seen> {
  const [main, boards] = [await readAll(mainUrl), await readAll(boardsUrl)];
  const long = await longValues(boardsUrl);
  const posts = boards
    .filter(({ table }) => table === 'boards.post')
    .map((row): Post => {
      const { id, thread_id: threadId, tag } = row.values as Record<string, string>;
      return {
        id: id ?? '',
        threadId: threadId ?? '',
        tag: tag ?? '',
        order: row.at,
        xmin: row.xmin,
        row,
        long: long.get(id ?? '') ?? null,
      };
    });
  return { posts, main, boards, log };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));

/** Rows of the rest that say who did something, in the order of their transactions. */
function identified(main: Row[], suspects: Suspect[]): { person: string; row: Row }[] {
  const ids = new Set(suspects.map(({ id }) => id));
  return main
    .flatMap((row) => {
      const named = Object.values(row.values).filter(
        (value): value is string => typeof value === 'string' && ids.has(value),
      );
      // A row that names several says of none that it was them.
      return new Set(named).size === 1 ? [{ person: named[0] ?? '', row }] : [];
    })
    .sort((a, b) => a.row.xmin - b.row.xmin || a.row.at - b.row.at);
}

const mostOf = (people: string[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const each of people) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
};

/** Each post gets whoever `pick` finds for its place; places run from 0 to 1. */
function byPlace(
  posts: Post[],
  place: (post: Post, index: number) => number,
  pick: (place: number) => string | undefined,
): Map<string, string> {
  const guesses = new Map<string, string>();
  posts.forEach((post, index) => {
    const person = pick(place(post, index));
    if (person) guesses.set(post.id, person);
  });
  return guesses;
}

/** The nearest of sorted numbers. */
function nearest<Thing>(things: { at: number; thing: Thing }[], at: number): Thing | undefined {
  let best: { at: number; thing: Thing } | undefined;
  for (const each of things) if (!best || Math.abs(each.at - at) < Math.abs(best.at - at)) best = each;
  return best?.thing;
}

const share = (value: number, low: number, high: number): number =>
  high === low ? 0 : (value - low) / (high - low);

export const LINKERS: Linker[] = [
  {
    name: 'values that stand in both',
    guess: ({ posts, main }, suspects) => {
      const ids = new Set(suspects.map(({ id }) => id));
      const owner = new Map<string, string>();
      for (const { values } of main) {
        const named = Object.values(values).filter((value) => ids.has(String(value)));
        if (new Set(named).size !== 1) continue;
        for (const value of Object.values(values))
          if (text(value).length >= 12) owner.set(text(value).replace(/^\\x/, ''), String(named[0]));
      }
      for (const { id, email, token } of suspects)
        for (const value of [id, id.replaceAll('-', ''), email, token]) owner.set(value, id);
      const guesses = new Map<string, string>();
      for (const post of posts) {
        for (const value of Object.values(post.row.values)) {
          const plain = text(value).replace(/^\\x/, '');
          const person = owner.get(plain);
          if (person) guesses.set(post.id, person);
        }
      }
      return guesses;
    },
  },
  {
    name: 'digests of what we know of each',
    guess: ({ posts, boards }, suspects) => {
      const boardIds = [
        ...new Set(
          boards.filter(({ table }) => table === 'boards.board').map(({ values }) => String(values.id)),
        ),
      ];
      const guesses = new Map<string, string>();
      const digests = new Map<string, Map<string, string>>();
      const of = (threadId: string): Map<string, string> => {
        let known = digests.get(threadId);
        if (known) return known;
        known = new Map();
        for (const { id, email, name } of suspects) {
          for (const who of [id, id.replaceAll('-', ''), email, name]) {
            for (const where of ['', threadId, threadId.replaceAll('-', ''), ...boardIds]) {
              for (const joined of [`${where}${who}`, `${who}${where}`, `${where}:${who}`, `${who}:${where}`])
                for (const algorithm of ['sha256', 'sha1', 'md5'])
                  known.set(createHash(algorithm).update(joined).digest('hex'), id);
            }
          }
        }
        digests.set(threadId, known);
        return known;
      };
      for (const post of posts) {
        const person = of(post.threadId).get(post.tag.replace(/^\\x/, ''));
        if (person) guesses.set(post.id, person);
      }
      return guesses;
    },
  },
  {
    name: 'same or nearest transaction number',
    guess: ({ posts, main }, suspects) => {
      const acts = identified(main, suspects).map(({ person, row }) => ({ at: row.xmin, thing: person }));
      return byPlace(
        posts,
        ({ xmin }) => xmin,
        (at) => nearest(acts, at),
      );
    },
  },
  {
    name: 'transaction numbers laid over each other',
    guess: ({ posts, main }, suspects) => {
      const acts = identified(main, suspects);
      const [low, high] = [acts[0]?.row.xmin ?? 0, acts.at(-1)?.row.xmin ?? 0];
      const placed = acts.map(({ person, row }) => ({ at: share(row.xmin, low, high), thing: person }));
      const numbers = posts.map(({ xmin }) => xmin);
      const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
      return byPlace(
        posts,
        ({ xmin }) => share(xmin, first, last),
        (at) => nearest(placed, at),
      );
    },
  },
  {
    name: 'nearest time in any table or line of the log',
    guess: ({ posts, main, log }, suspects) => {
      const acts = identified(main, suspects).flatMap(({ person, row }) =>
        Object.values(row.values).flatMap((value) => {
          const at = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : NaN;
          return Number.isNaN(at) ? [] : [{ at, thing: person }];
        }),
      );
      // When a post was written: a time in its row, else the line of the log at its place among those that may be posts.
      const lines = [...log.matchAll(/"time":(\d+)[^\n]*(?:sayOnBoard|askOnBoard)/g)].map((match) =>
        Number(match[1]),
      );
      const times = [...log.matchAll(/"time":(\d+)/g)].map((match) => Number(match[1]));
      const from = Math.min(...acts.map(({ at }) => at), ...times);
      const to = Math.max(...acts.map(({ at }) => at), ...times);
      return byPlace(
        posts,
        ({ row }, index) => {
          const own = Object.values(row.values).find(
            (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value),
          );
          if (typeof own === 'string') return Date.parse(own);
          return lines[index] ?? from + ((index + 0.5) / posts.length) * (to - from);
        },
        (at) => nearest(acts, at),
      );
    },
  },
  {
    name: 'physical order',
    guess: ({ posts, main }, suspects) => {
      const messages = identified(
        main.filter(({ table }) => table === 'hotline.message'),
        suspects,
      ).sort((a, b) => a.row.at - b.row.at);
      return byPlace(
        posts,
        (_, index) => (index + 0.5) / posts.length,
        (at) => messages[Math.floor(at * messages.length)]?.person,
      );
    },
  },
  {
    name: 'numbers of pictures’ long values laid over transaction numbers',
    guess: ({ posts, main }, suspects) => {
      const acts = identified(main, suspects);
      const [low, high] = [acts[0]?.row.xmin ?? 0, acts.at(-1)?.row.xmin ?? 0];
      const placed = acts.map(({ person, row }) => ({ at: share(row.xmin, low, high), thing: person }));
      const numbers = posts.flatMap(({ long }) => long ?? []);
      const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
      return byPlace(
        posts.filter(({ long }) => long !== null),
        ({ long }) => share(long ?? 0, first, last),
        (at) => nearest(placed, at),
      );
    },
  },
  {
    name: 'who was busiest meanwhile',
    guess: ({ posts, main }, suspects) => {
      const acts = identified(main, suspects).map(({ person }) => person);
      const width = Math.max(3, Math.floor(acts.length / 50));
      return byPlace(
        posts,
        (_, index) => (index + 0.5) / posts.length,
        (at) => {
          const middle = Math.floor(at * acts.length);
          return mostOf(acts.slice(Math.max(0, middle - width), middle + width));
        },
      );
    },
  },
  {
    name: 'what is equal across threads, the busiest first',
    guess: ({ posts, main, boards }, suspects) => {
      const pseudonyms = new Map(
        boards
          .filter(({ table }) => table === 'boards.writer')
          .map(({ values }) => [`${values.thread_id} ${values.tag}`, text(values.pseudonym)]),
      );
      const counts = new Map<string, number>();
      for (const { person } of identified(main, suspects)) counts.set(person, (counts.get(person) ?? 0) + 1);
      const busiest = [...counts].sort((a, b) => b[1] - a[1]).map(([person]) => person);
      const keys: ((post: Post) => string)[] = [
        (post) => post.tag,
        (post) => post.tag.slice(0, 12),
        (post) => text(post.row.values.sealed).slice(0, 12),
        (post) => pseudonyms.get(`${post.threadId} ${post.tag}`) ?? '',
      ];
      // The key that groups most posts of different threads is the one to follow.
      const grouped = keys
        .map((key) => {
          const groups = new Map<string, Post[]>();
          for (const post of posts) groups.set(key(post), [...(groups.get(key(post)) ?? []), post]);
          const crossing = [...groups.values()].filter(
            (group) => new Set(group.map(({ threadId }) => threadId)).size > 1,
          );
          return crossing.sort((a, b) => b.length - a.length);
        })
        .sort((a, b) => b.flat().length - a.flat().length)[0];
      const guesses = new Map<string, string>();
      grouped?.forEach((group, rank) => {
        const person = busiest[rank % Math.max(1, busiest.length)];
        if (person) for (const post of group) guesses.set(post.id, person);
      });
      return guesses;
    },
  },
];
