// One mail for all that is unread after two minutes; never twice, never in quiet hours, never to who has left.
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../platform/actor.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database, type Sql, type Transaction, join, sql } from '../platform/database/index.js';
import { Mail } from '../platform/mail/index.js';
import { SignInService } from '../identity/index.js';
import { type Described, Describers } from './described.js';
import type { NotificationKind } from './kinds.js';
import { type Part, newsLetter } from './letters.js';
import { mailOffToken } from './mail-off.js';
import type { Recipient } from './notifications.service.js';
import { quietUntil } from './quiet.js';

type Waiting = {
  id: string;
  kind: NotificationKind;
  subject_type: string;
  subject_id: string;
  cause_id: string;
  actor: string | null;
};

type Reader = {
  email: string;
  locale: 'ko' | 'en';
  zone: string;
  quiet_from: string | null;
  quiet_to: string | null;
  quiet_weekends: boolean;
  handle: string | null;
  staff: boolean;
  here: boolean;
  key: string;
};

/** One mail names at most so many subjects; the app shows the rest. */
const MOST_SUBJECTS = 20;
const LONGEST_TEXT = 600;

@Injectable()
export class NewsMailService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(Describers) private readonly describers: Describers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Writes the letter and marks what it tells in one transaction, so that it is written exactly once. */
  async mailUnread(to: Recipient): Promise<void> {
    await this.database.transact(system, async (tx) => {
      const waiting = await tx.sql<Waiting>(
        sql`select n.id, n.kind, n.subject_type, n.subject_id, n.cause_id, actor.name as actor
            from hotline.notification n left join hotline.person actor on actor.id = n.actor_id
            where n.person_id = ${to.personId} and n.company_id is not distinct from ${to.companyId}::uuid
              and n.mail and n.mailed_at is null and n.read_at is null
            order by n.at, n.id for update of n`,
      );
      if (waiting.length === 0) return;
      const reader = await this.reader(tx, to);
      if (!reader?.here) return this.mark(tx, waiting, sql`mail = false`);
      const quiet = quietUntil(
        { zone: reader.zone, from: reader.quiet_from, to: reader.quiet_to, weekends: reader.quiet_weekends },
        tx.at,
      );
      if (quiet) return tx.enqueue('mailUnreadNews', to, { runAt: quiet });
      await this.mark(tx, waiting, sql`mailed_at = ${tx.at}`);
      const place = await this.places(tx, to, reader);
      const parts = await this.describe(to, waiting, place);
      const [first, ...others] = parts;
      // Deleted meanwhile, or no longer theirs to see.
      if (!first) return;
      const off = `${this.config.publicUrl}/mail-off/${mailOffToken(reader.key, to.personId)}`;
      const about = [...new Set(waiting.map(({ subject_id }) => subject_id))];
      await this.mail.write(tx, {
        about,
        ...newsLetter(
          { personId: to.personId, email: reader.email, locale: reader.locale },
          [first, ...others],
          Math.max(0, new Set(waiting.map(({ subject_id }) => subject_id)).size - MOST_SUBJECTS),
          place(reader.handle ? `/c/${reader.handle}` : '/'),
          off,
        ),
      });
    });
  }

  private reader(tx: Transaction, { personId, companyId }: Recipient): Promise<Reader | null> {
    return tx.one<Reader>(
      sql`select person.email, person.locale, coalesce(person.zone, place.zone) as zone,
            to_char(person.quiet_from, 'HH24:MI') as quiet_from, to_char(person.quiet_to, 'HH24:MI') as quiet_to,
            person.quiet_weekends, company.handle, person.staff_role is not null as staff, place.cursor_key as key,
            person.deactivated_at is null and (case when ${companyId}::uuid is null then person.staff_role is not null
              else company.handle is not null end) as here
          from hotline.person person cross join hotline.installation place
          left join hotline.company_contact contact on contact.person_id = person.id
            and contact.company_id = ${companyId}::uuid and contact.left_at is null
          left join hotline.company company on company.id = contact.company_id
          where person.id = ${personId}`,
    );
  }

  private async mark(tx: Transaction, rows: Waiting[], change: Sql): Promise<void> {
    const ids = rows.map(({ id }) => sql`${id}::uuid`);
    await tx.sql(sql`update hotline.notification set ${change} where id in (${join(ids)})`);
  }

  /** What each subject is about, as the recipient would read it in the app. */
  private async describe(
    to: Recipient,
    waiting: Waiting[],
    place: (path: string) => string,
  ): Promise<Part[]> {
    const subjects = new Map<string, Waiting[]>();
    for (const row of waiting) subjects.set(row.subject_id, [...(subjects.get(row.subject_id) ?? []), row]);
    const described = new Map<string, Described>();
    for (const type of new Set(waiting.map(({ subject_type }) => subject_type))) {
      const asked = [...subjects.values()]
        .filter(([first]) => first?.subject_type === type)
        .slice(0, MOST_SUBJECTS)
        .map((rows) => ({ subjectId: rows[0]?.subject_id ?? '', causeIds: rows.map((row) => row.cause_id) }));
      for (const each of await this.describers.of(type)(to, asked)) described.set(each.subjectId, each);
    }
    const parts: Part[] = [];
    for (const [subjectId, rows] of subjects) {
      const about = described.get(subjectId);
      if (!about) continue;
      const texts = new Map(about.said.map(({ causeId, text }) => [causeId, text]));
      parts.push({
        heading: about.heading,
        url: place(about.path),
        lines: rows.map(({ kind, actor, cause_id }) => ({ kind, actor, text: shorten(texts.get(cause_id)) })),
      });
    }
    return parts;
  }

  /** Addresses for one letter. Contacts come in by the link itself; staff sign in as they always do. */
  private async places(tx: Transaction, to: Recipient, { staff }: Reader): Promise<(path: string) => string> {
    // Also who is a contact besides: a link in a mail opens no door of the staff.
    if (to.companyId && !staff) return this.signIn.placeUrls(tx, to.personId);
    return (path) => `${this.config.publicUrl}${path}`;
  }
}

function shorten(text: string | undefined): string | null {
  if (!text) return null;
  const letters = [...text];
  return letters.length <= LONGEST_TEXT ? text : `${letters.slice(0, LONGEST_TEXT).join('')}…`;
}
