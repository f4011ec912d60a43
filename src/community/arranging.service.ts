// Boards themselves: opened, changed and closed by our team.
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from '../platform/database/index.js';
import { conflict, found, invalid, must } from '../platform/errors.js';
import { type Audience, type BoardAccess, BoardDoor } from './board-access.js';
import { tell } from './board-hints.js';
import { type Asking, BoardsDatabase } from './boards-database.js';
import { type BoardRow, LEAST_COMPANIES, LEAST_PEOPLE, isLargeEnough } from './boards.policy.js';

export type BoardWords = { name: string; about: string; rules: string };

@Injectable()
export class ArrangingService {
  constructor(
    @Inject(BoardsDatabase) private readonly database: BoardsDatabase,
    @Inject(BoardDoor) private readonly door: BoardDoor,
  ) {}

  async open(
    access: BoardAccess,
    words: BoardWords,
    anonymous: boolean,
    audience: Audience,
  ): Promise<string> {
    must(access.arranges);
    if (anonymous) await this.mustBeLarge(audience);
    const id = randomUUID();
    await this.database.transact((tx) =>
      tx.sql(sql`
        insert into boards.board (id, name, about, rules, anonymous, everyone, tiers, company_ids, created_on)
        values (${id}, ${words.name}, ${words.about}, ${words.rules}, ${anonymous}, ${audience.everyone}, ${audience.tiers}::text[],
          ${audience.companyIds}::uuid[], ${access.today}::date)`),
    );
    return id;
  }

  /** Whether it is anonymous was promised to whoever wrote there, and never changes. */
  async change(
    access: BoardAccess,
    id: string,
    version: number,
    words: BoardWords,
    audience: Audience,
  ): Promise<void> {
    must(access.arranges);
    await this.database.transact(async (tx) => {
      const board = await this.current(tx, id, version);
      if (board.anonymous) await this.mustBeLarge(audience);
      await tx.sql(sql`
        update boards.board set name = ${words.name}, about = ${words.about}, rules = ${words.rules},
          everyone = ${audience.everyone}, tiers = ${audience.tiers}::text[], company_ids = ${audience.companyIds}::uuid[],
          version = version + 1 where id = ${id}`);
      await tell(tx, { kind: 'BOARD', boardId: id });
    });
  }

  async close(access: BoardAccess, id: string, version: number, closed: boolean): Promise<void> {
    must(access.arranges);
    await this.database.transact(async (tx) => {
      await this.current(tx, id, version);
      const on = closed ? access.today : null;
      await tx.sql(
        sql`update boards.board set closed_on = ${on}::date, version = version + 1 where id = ${id}`,
      );
      await tell(tx, { kind: 'BOARD', boardId: id });
    });
  }

  private async current(tx: Asking, id: string, version: number): Promise<BoardRow> {
    const [row] = await tx.sql<BoardRow>(sql`select * from boards.board where id = ${id} for update`);
    const board = found(row);
    if (board.version !== version)
      throw conflict('STALE', 'Somebody has changed this board meanwhile; look at it again.', 'version');
    return board;
  }

  private async mustBeLarge(audience: Audience): Promise<void> {
    const size = await this.door.sizeOf(audience);
    if (isLargeEnough(size)) return;
    throw invalid(
      'BOARD_TOO_SMALL',
      `An anonymous board needs at least ${LEAST_COMPANIES} companies and ${LEAST_PEOPLE} people, or it names its authors; ` +
        `this one would have ${size.companies} and ${size.people}.`,
      'audience',
    );
  }
}
