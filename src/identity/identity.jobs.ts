// What identity tidies up by itself: failed sign-ins are counted for half an hour and kept for no longer than one.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { system } from '../platform/actor.js';
import { Database, sql } from '../platform/database/index.js';
import { Events } from '../platform/events/index.js';

@Injectable()
export class IdentityJobs implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Events) private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.every('17 * * * *', 'forgetFailedSignIns', () => this.forgetFailedSignIns());
  }

  private async forgetFailedSignIns(): Promise<void> {
    await this.database.transact(system, (tx) =>
      tx.sql(sql`delete from hotline.sign_in_failure where at < ${new Date(tx.at.getTime() - 60 * 60_000)}`),
    );
  }
}
