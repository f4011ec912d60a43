// The way out for mail: SMTP where a server is set, otherwise mails wait in the outbox.
import { Inject, Injectable } from '@nestjs/common';
import { type Transporter, createTransport } from 'nodemailer';
import { CONFIG, type Config } from '../config.js';

export type OutgoingMail = {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** A POST to this address ends mails of this sort. */
  off: string | null;
  /** An entry for a calendar, which mail programs offer to add. */
  calendar: { method: string; content: string } | null;
  /** Shown in the HTML as <img src="cid:…">. */
  pictures: { cid: string; name: string; bytes: Buffer }[];
};

/** A true port: SMTP in production, a catcher in tests. */
export abstract class Mailer {
  /** False: nothing can be sent here, mails stay where admins can read them. */
  abstract readonly delivers: boolean;
  abstract send(mail: OutgoingMail): Promise<void>;
}

/** A mail server that has vanished would otherwise hold a job for minutes, and with it all who wait behind. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

@Injectable()
export class SmtpMailer extends Mailer {
  private readonly transport: Transporter | null;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    super();
    this.transport = config.smtpUrl ? createTransport({ url: config.smtpUrl, ...PATIENCE }) : null;
  }

  get delivers(): boolean {
    return this.transport !== null;
  }

  async send({ off, pictures, calendar, ...mail }: OutgoingMail): Promise<void> {
    const headers = off
      ? { 'List-Unsubscribe': `<${off}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {};
    const attachments = pictures.map(({ cid, name, bytes }) => ({
      cid,
      filename: name,
      content: bytes,
      contentType: 'image/png',
      contentDisposition: 'inline' as const,
    }));
    const icalEvent = calendar && { ...calendar, filename: 'training.ics' };
    await this.transport?.sendMail({
      from: this.config.mailFrom,
      ...mail,
      headers,
      attachments,
      ...(icalEvent ? { icalEvent } : {}),
    });
  }
}
