// Ending mails from a mail: by the link in it, or by the mail program's own button (RFC 8058).
import { Controller, HttpCode, Inject, Injectable, Param, Post } from '@nestjs/common';
import { system } from '../platform/actor.js';
import { Database, sql } from '../platform/database/index.js';
import { found } from '../platform/errors.js';
import { personOfToken } from './mail-off.js';
import { NotificationsService } from './notifications.service.js';

@Injectable()
export class MailOff {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NotificationsService) private readonly notifications: NotificationsService,
  ) {}

  /** Throws INVALID for a token that we did not write. */
  async switch(token: string, on: boolean): Promise<void> {
    const { cursor_key } = found(
      await this.database.readOne<{ cursor_key: string }>(
        system,
        sql`select cursor_key from hotline.installation`,
      ),
    );
    await this.notifications.switchMails(personOfToken(cursor_key, token), on);
  }
}

@Controller('mail-off')
export class MailOffController {
  constructor(@Inject(MailOff) private readonly mailOff: MailOff) {}

  @Post(':token')
  @HttpCode(204)
  async off(@Param('token') token: string): Promise<void> {
    await this.mailOff.switch(token, false);
  }
}
