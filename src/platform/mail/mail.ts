// Mail is a row of the command's own transaction; a job sends it after commit.
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Clock } from '../clock.js';
import { system } from '../actor.js';
import { Database, type Transaction, newId, sql } from '../database/index.js';
import { Events } from '../events/index.js';
import { Mailer } from './mailer.js';

/** A paragraph of plain text; one under a title of its own; or somebody's words and whose they are. */
export type Block = string | { title: string; text: string } | { quote: string; by: string };

export type Letter = {
  personId: string | null;
  to: string;
  locale: 'ko' | 'en';
  kind: string;
  subject: string;
  /** What it says in one line, above everything. */
  headline?: string | null;
  paragraphs: Block[];
  /** Shown inside the letter below the paragraphs; `alt` says the same in words, also in the plain text. */
  pictures?: { name: string; title: string; alt: string; bytes: Buffer }[];
  /** Below the pictures. */
  more?: Block[];
  /** Threads, or whatever it tells of, by id. */
  about?: string[];
  /** An entry for the reader's calendar. */
  calendar?: Calendar;
  /** One button with an address. */
  action?: { label: string; url: string };
  /** Where one click ends mails of this sort; mail programs offer it by themselves (RFC 8058). */
  off?: { label: string; url: string };
};

/** As RFC 5546 has it: what to do with the entry, and the entry. */
export type Calendar = { method: string; content: string };

type MailRow = {
  id: string;
  to_email: string;
  subject: string;
  body_text: string;
  body_html: string;
  sent_at: Date | null;
  off_url: string | null;
  pictures: KeptPicture[] | null;
  calendar: Calendar | null;
};

/** A picture as it waits in its row. */
type KeptPicture = { cid: string; name: string; base64: string };

@Injectable()
export class Mail {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Events) events: Events,
  ) {
    events.job<{ mailId: string }>('sendMail', ({ mailId }) => this.send(mailId));
  }

  /** Writes a letter with the system's rights; it leaves when the transaction commits. */
  async write(tx: Transaction, letter: Letter): Promise<string> {
    const id = newId();
    const pictures = letter.pictures?.map(({ name, bytes }): KeptPicture => ({
      cid: cidOf(name),
      name,
      base64: bytes.toString('base64'),
    }));
    await tx.sql(sql`
      insert into hotline.mail (id, person_id, to_email, locale, kind, subject, body_text, body_html, created_at, off_url, pictures, about, calendar)
      values (${id}, ${letter.personId}, ${letter.to}, ${letter.locale}, ${letter.kind}, ${letter.subject},
              ${asText(letter)}, ${asHtml(letter)}, ${tx.at}, ${letter.off?.url ?? null}, ${pictures ? JSON.stringify(pictures) : null},
              ${letter.about ?? null}::uuid[], ${letter.calendar ? JSON.stringify(letter.calendar) : null}::jsonb)`);
    tx.enqueue('sendMail', { mailId: id }, { key: `mail:${id}` });
    return id;
  }

  private async send(id: string): Promise<void> {
    if (!this.mailer.delivers) return;
    const mail = await this.database.readOne<MailRow>(
      system,
      sql`select id, to_email, subject, body_text, body_html, sent_at, off_url, pictures, calendar from hotline.mail where id = ${id}`,
    );
    if (!mail || mail.sent_at) return;
    const host = new URL(this.config.publicUrl).hostname;
    try {
      await this.mailer.send({
        messageId: `<${mail.id}@${host}>`,
        to: mail.to_email,
        subject: mail.subject,
        text: mail.body_text,
        html: mail.body_html,
        off: mail.off_url,
        calendar: mail.calendar,
        pictures: (mail.pictures ?? []).map(({ cid, name, base64 }) => ({
          cid,
          name,
          bytes: Buffer.from(base64, 'base64'),
        })),
      });
    } catch (error) {
      await this.mark(id, null, (error as Error).message);
      throw error;
    }
    await this.mark(id, this.clock.now(), null);
  }

  private async mark(id: string, sentAt: Date | null, error: string | null): Promise<void> {
    await this.database.transact(system, (tx) =>
      // What was sent needs no copy of its one-time links here.
      tx.sql(sql`
        update hotline.mail set attempts = attempts + 1, sent_at = ${sentAt}::timestamptz, last_error = ${error},
          body_text = case when ${sentAt}::timestamptz is null then body_text else '' end,
          body_html = case when ${sentAt}::timestamptz is null then body_html else '' end,
          pictures = case when ${sentAt}::timestamptz is null then pictures end,
          calendar = case when ${sentAt}::timestamptz is null then calendar end
        where id = ${id}`),
    );
  }
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Within one letter. */
const cidOf = (name: string): string => `${name}@letter`;

function blockAsText(block: Block): string {
  if (typeof block === 'string') return block;
  return 'title' in block ? `${block.title}\n${block.text}` : `“${block.quote}”\n${block.by}`;
}

const asText = ({ headline, paragraphs, pictures = [], more = [], action, off }: Letter): string =>
  [
    ...(headline ? [headline] : []),
    ...paragraphs.map(blockAsText),
    ...pictures.map(({ title, alt }) => `${title}\n${alt}`),
    ...more.map(blockAsText),
    ...[action, off].flatMap((link) => (link ? [`${link.label}: ${link.url}`] : [])),
  ].join('\n\n');

const lines = (text: string): string => escape(text).replaceAll('\n', '<br>');

const title = (text: string): string =>
  `<h2 style="margin:24px 0 8px;font-size:16px;line-height:1.5">${escape(text)}</h2>`;

function blockAsHtml(block: Block): string {
  if (typeof block === 'string') return `<p style="margin:0 0 16px">${lines(block)}</p>`;
  if ('title' in block) return `${title(block.title)}<p style="margin:0 0 16px">${lines(block.text)}</p>`;
  return (
    `<blockquote style="margin:0 0 16px;padding:0 0 0 14px;border-left:3px solid #d5dae5">${lines(block.quote)}` +
    `<br><span style="color:#667;font-size:14px">${escape(block.by)}</span></blockquote>`
  );
}

function asHtml({
  locale,
  subject,
  headline,
  paragraphs,
  pictures = [],
  more = [],
  action,
  off,
}: Letter): string {
  const body = [
    ...(headline
      ? [`<h1 style="margin:0 0 16px;font-size:22px;line-height:1.4">${escape(headline)}</h1>`]
      : []),
    ...paragraphs.map(blockAsHtml),
    ...pictures.map(
      ({ name, title: named, alt }) =>
        title(named) +
        `<p style="margin:0 0 16px"><img src="cid:${escape(cidOf(name))}" alt="${escape(alt)}" ` +
        `style="display:block;width:100%;max-width:512px;height:auto;border:0"></p>`,
    ),
    ...more.map(blockAsHtml),
  ];
  if (action) {
    body.push(
      `<p style="margin:24px 0"><a href="${escape(action.url)}" style="background:#2f5fd0;color:#fff;` +
        `padding:12px 20px;border-radius:8px;text-decoration:none">${escape(action.label)}</a></p>`,
      `<p style="margin:0;color:#667;font-size:13px;word-break:break-all">${escape(action.url)}</p>`,
    );
  }
  if (off) {
    body.push(
      `<p style="margin:32px 0 0;font-size:13px"><a href="${escape(off.url)}" style="color:#667">${escape(off.label)}</a></p>`,
    );
  }
  return (
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>` +
    `<body style="margin:0;background:#f4f5f8;font-family:sans-serif;font-size:16px;line-height:1.6;word-break:keep-all;overflow-wrap:anywhere;color:#1c2330">` +
    `<div style="max-width:560px;margin:0 auto;padding:32px 24px;background:#fff">${body.join('')}</div></body></html>`
  );
}
