// Telling of a published report: in the app, and as a letter with its charts, once for each who wants it.
import { Inject, Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { system } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database, sql } from '../../platform/database/index.js';
import { type Block, type Letter, Mail } from '../../platform/mail/index.js';
import { type LetterReader, NotificationsService, OwnLetters } from '../../notifications/index.js';
import { drawReport } from './drawing-apart.js';
import { categoryChart, trendChart } from './report-charts.js';
import { type ReportView, ReportViews } from './report-view.service.js';
import { type Locale, REPORT_WORDS, number, percent, signed } from './report-words.js';
import { ReportsReads } from './reports.reads.js';

const DAY = 86_400_000;
/** What a stopped worker left lying longer than this is no news any more. */
const MAILED_WITHIN = DAY;
const TOLD_WITHIN = 7 * DAY;

const MOST_QUOTES = 5;
const LONGEST_QUOTE = 300;

@Injectable()
export class ReportMail {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ReportsReads) private readonly reads: ReportsReads,
    @Inject(ReportViews) private readonly views: ReportViews,
    @Inject(NotificationsService) private readonly notifications: NotificationsService,
    @Inject(OwnLetters) private readonly letters: OwnLetters,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Tells planners, leads and administrators; each letter is a job of its own, at the end of their quiet hours. */
  async tell(reportId: string): Promise<void> {
    const [row] = await this.reads.byIds(system, [reportId]);
    if (!row?.published_at) return;
    const at = row.published_at;
    const age = this.clock.now().getTime() - at.getTime();
    if (age > TOLD_WITHIN) return;
    await this.database.transact(system, async (tx) => {
      const people = await tx.sql<{ id: string }>(sql`
        select id from hotline.person
        where staff_role in ('PLANNER', 'LEAD', 'ADMIN') and deactivated_at is null`);
      await this.notifications.tell(tx, {
        kind: 'REPORT_PUBLISHED',
        subject: { type: 'report', id: reportId },
        causeId: published(reportId),
        actorId: row.published_by,
        at,
        to: people.map(({ id }) => ({ personId: id, companyId: null })),
        ownLetter: true,
      });
      if (age > MAILED_WITHIN) return;
      for (const { personId, quietUntil } of await this.letters.readers(tx, 'REPORT_PUBLISHED'))
        tx.enqueue(
          'mailReportToReader',
          { reportId, personId },
          { ...(quietUntil && { runAt: quietUntil }) },
        );
    });
  }

  /** Written and marked in one transaction: a job that runs twice writes once. */
  async write(reportId: string, personId: string): Promise<void> {
    const [row] = await this.reads.byIds(system, [reportId]);
    if (!row) return;
    const view = await this.views.of(system, row);
    const pictures = await this.pictures(view, personId);
    await this.database.transact(system, async (tx) => {
      const [reader] = await this.letters.readers(tx, 'REPORT_PUBLISHED', personId);
      if (!reader) return;
      if (reader.quietUntil)
        return tx.enqueue('mailReportToReader', { reportId, personId }, { runAt: reader.quietUntil });
      const first = await tx.one(sql`
        insert into hotline.report_mail (report_id, person_id, at) values (${reportId}, ${personId}, ${tx.at})
        on conflict do nothing returning report_id`);
      if (first) await this.mail.write(tx, this.letter(view, pictures, reader));
    });
  }

  /** The charts in the reader's language, drawn before the transaction that writes the letter. */
  private async pictures({ document }: ReportView, personId: string): Promise<Buffer[]> {
    const reader = await this.database.readOne<{ locale: Locale }>(
      system,
      sql`select locale from hotline.person where id = ${personId}`,
    );
    const locale = reader?.locale ?? 'ko';
    return Promise.all(
      [categoryChart, trendChart].map((chart) =>
        drawReport({ kind: 'png', picture: chart(document, locale) }),
      ),
    );
  }

  private letter(view: ReportView, [categories, trend]: Buffer[], reader: LetterReader): Letter {
    const { locale } = reader;
    const words = REPORT_WORDS[locale];
    const { document } = view;
    const say = (n: number): string => number(locale, n);
    const figures = document.categories.map(
      ({ category, count, share, change }) =>
        `${words.categories[category]} ${say(count)} · ${percent(share)} · ${signed(locale, change)}`,
    );
    const quotes = view.quotes.slice(0, MOST_QUOTES).map((quote): Block =>
      quote
        ? {
            quote: shorten(quote.quote ?? ''),
            by: `${quote.company ?? words.noCompany} · ${words.categories[quote.category]}`,
          }
        : words.removed,
    );
    const weeks = document.trend.map(({ week, total }) => `${week.slice(5)} ${say(total)}`).join(' · ');
    return {
      personId: reader.personId,
      to: reader.email,
      locale,
      kind: 'REPORT',
      subject: words.mail.subject(document.week, document.headline),
      headline: document.headline,
      paragraphs: [
        words.mail.line(say(document.total), say(document.previousTotal)),
        ...document.comments.map(({ category, text }): Block =>
          category ? { title: words.categories[category], text } : text,
        ),
      ],
      pictures: [
        picture('categories', words.mail.charts.categories, figures.join('\n'), categories),
        picture('trend', words.mail.charts.trend, weeks, trend),
      ],
      more: [
        ...quotes,
        ...document.sections.map((section) => ({
          title: section[locale],
          text: section.lines.map((line) => `· ${line[locale]}`).join('\n'),
        })),
      ],
      action: { label: words.mail.open, url: `${this.config.publicUrl}/weekly/${document.week}` },
      off: reader.off,
    };
  }
}

const picture = (name: string, title: string, alt: string, bytes: Buffer | undefined) => ({
  name: `${name}.png`,
  title,
  alt,
  bytes: bytes ?? Buffer.alloc(0),
});

/** The id of "it was published", beside that of the reminder, which is the report's own. */
const published = (reportId: string): string => v5('published', reportId);

function shorten(quote: string): string {
  const letters = [...quote.replace(/\s+/g, ' ').trim()];
  return letters.length <= LONGEST_QUOTE ? letters.join('') : `${letters.slice(0, LONGEST_QUOTE).join('')}…`;
}
