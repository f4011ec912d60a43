// Pictures of posts: taken in under a random id of the sender's, hung on what is said with them, given out to whoever may read it.
import { Inject, Injectable } from '@nestjs/common';
import { sql } from '../platform/database/index.js';
import { conflict, found, invalid, notFound } from '../platform/errors.js';
import type { Picture } from '../platform/files/index.js';
import type { BoardAccess } from './board-access.js';
import { Blending } from './blending.js';
import { type Asking, BoardsDatabase } from './boards-database.js';
import { BoardsReads } from './boards.reads.js';
import { isMine } from './mine.js';
import { Readable } from './readable.js';

@Injectable()
export class PicturesService {
  constructor(
    @Inject(BoardsDatabase) private readonly database: BoardsDatabase,
    @Inject(BoardsReads) private readonly reads: BoardsReads,
    @Inject(Readable) private readonly readable: Readable,
    @Inject(Blending) private readonly blending: Blending,
  ) {}

  /** Whoever knows the id says it with a post; nobody else can. The same bytes under the same id are the same picture. */
  async keep(access: BoardAccess, id: string, picture: Picture): Promise<void> {
    const { width, height, bytes, thumbnail } = picture;
    const [kept] = await this.database.sql<{ same: boolean }>(sql`
      insert into boards.picture as old (id, width, height, bytes, thumbnail, made_on)
      values (${id}, ${width}, ${height}, ${bytes}, ${thumbnail}, ${access.today}::date)
      on conflict (id) do update set fresh = true where old.post_id is null and old.bytes = excluded.bytes
      returning true as same`);
    if (!kept) throw conflict('KEY_REUSED', 'This id stands for another picture.', 'id');
    this.blending.soon(access.today);
  }

  /** Throws NOT_FOUND for what nobody has posted, and for what stands where one may not read. */
  async one(access: BoardAccess, id: string, small: boolean): Promise<Buffer> {
    const [row] = await this.database.sql<{ post_id: string | null; bytes: Buffer }>(
      sql`select post_id, ${small ? sql`thumbnail` : sql`bytes`} as bytes from boards.picture where id = ${id}`,
    );
    const { post_id: postId, bytes } = found(row);
    const post = found(postId ? await this.reads.post(postId) : null);
    await this.readable.thread(access, post.thread_id);
    if (post.hidden_on !== null && !access.moderates && !isMine(access, post)) throw notFound();
    return bytes;
  }
}

/** These pictures stand under the post, in this order; what stood there and is not among them goes for good. */
export async function hang(tx: Asking, postId: string, ids: readonly string[], today: string): Promise<void> {
  const wanted = [...ids];
  await tx.sql(sql`delete from boards.picture where post_id = ${postId} and id <> all(${wanted}::uuid[])`);
  if (wanted.length === 0) return;
  // What stands there already stays as it is: a later day would say that it is new.
  const hung = await tx.sql<object>(sql`
    update boards.picture picture set post_id = ${postId}, place = wanted.place::int,
      made_on = case when picture.post_id is null then ${today}::date else picture.made_on end, fresh = true
    from unnest(${wanted}::uuid[]) with ordinality as wanted(id, place)
    where picture.id = wanted.id and (picture.post_id is null or picture.post_id = ${postId})
    returning 1 as one`);
  if (hung.length < wanted.length)
    throw invalid('PICTURE_GONE', 'One of these pictures is not here any more; add it again.', 'pictureIds');
}
