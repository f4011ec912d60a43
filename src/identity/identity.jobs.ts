// What identity does later: links by mail, writing down who was erased, and forgetting failed sign-ins, which count for half an hour and are kept for one.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { system } from '../platform/actor.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database, sql } from '../platform/database/index.js';
import { Events } from '../platform/events/index.js';
import { ErasingService } from './erasing.service.js';
import { writeErasures } from './erasures-file.js';
import { personErased } from './identity.events.js';
import { type AskedLink, SignInService } from './sign-in.service.js';

@Injectable()
export class IdentityJobs implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Events) private readonly events: Events,
    @Inject(SignInService) private readonly signIns: SignInService,
    @Inject(ErasingService) private readonly erasing: ErasingService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.events.job<AskedLink>('mailLinkWhenAsked', (asked) => this.signIns.mailLink(asked));
    this.events.after(personErased, 'writeDownErasure', ({ personId, words }) =>
      writeErasures(this.config.dataDirectory, [{ personId, words }]),
    );
    this.events.job<{ threadIds: string[]; before: string }>('eraseLateMails', (late) =>
      this.erasing.eraseLateMails(late),
    );
    this.events.every('17 * * * *', 'forgetFailedSignIns', () => this.forgetFailedSignIns());
  }

  private async forgetFailedSignIns(): Promise<void> {
    await this.database.transact(system, (tx) =>
      tx.sql(sql`delete from hotline.sign_in_failure where at < ${new Date(tx.at.getTime() - 60 * 60_000)}`),
    );
  }
}
