// Who takes part is told of what concerns them: by mail with an entry for their calendar, and in the app.
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { system } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database, type Transaction, rows, sql } from '../../platform/database/index.js';
import { globalId } from '../../platform/graphql/index.js';
import { type Calendar, Mail } from '../../platform/mail/index.js';
import { SignInService } from '../../identity/index.js';
import { type LetterReader, NotificationsService, OwnLetters } from '../../notifications/index.js';
import { type CalendarMethod, calendarFile, partyOf } from './calendar.js';
import { type Occasion, trainingLetter } from './letters.js';
import type { TrainingState } from './training-session.entity.js';

export const TELL_OF_SESSION = 'tellOfTrainingSession';

/** The day before. */
const SOON_MS = 24 * 3_600_000;

/** Of one session in one go. */
const MOST_SESSIONS = 200;

const KINDS = {
  INVITED: 'TRAINING_INVITED',
  CHANGED: 'TRAINING_CHANGED',
  CANCELLED: 'TRAINING_CANCELLED',
  SOON: 'TRAINING_SOON',
} as const;

type Told = {
  id: string;
  state: TrainingState;
  starts_at: Date;
  ends_at: Date;
  place: string | null;
  link: string | null;
  trainer: string;
  titles: { locale: 'ko' | 'en'; title: string; summary: string | null }[];
};

type Listener = {
  id: string;
  person_id: string;
  company_id: string;
  handle: string;
  added_by: string;
  removed: boolean;
  told: string | null;
  sequence: number;
  staff: boolean;
};

@Injectable()
export class TellingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(OwnLetters) private readonly letters: OwnLetters,
    @Inject(NotificationsService) private readonly notifications: NotificationsService,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Compares what each participant's calendar was told with what it should say, and tells the difference. What is told
   * is written down with the letter, so that a job that runs again tells nothing twice.
   */
  async tell(sessionId: string): Promise<void> {
    await this.database.transact(system, async (tx) => {
      const session = await this.session(tx, sessionId);
      if (!session || session.state === 'CLOSED') return;
      const listeners = await this.listeners(tx, sessionId);
      for (const listener of listeners) {
        const gone = listener.removed || session.state === 'CANCELLED';
        const wanted = gone ? 'GONE' : digestOf(session);
        if (listener.told === wanted || (gone && listener.told === null)) continue;
        const occasion = gone
          ? 'CANCELLED'
          : listener.told && listener.told !== 'GONE'
            ? 'CHANGED'
            : 'INVITED';
        const waits = await this.tellOne(tx, session, listener, occasion);
        if (!waits)
          await tx.sql(sql`update hotline.training_participant set told = ${wanted}, sequence = sequence + 1
            where id = ${listener.id}`);
        else
          tx.enqueue(
            TELL_OF_SESSION,
            { sessionId },
            { key: `training:${sessionId}:${waits.getTime()}`, runAt: waits },
          );
      }
    });
  }

  /** The day before; the calendar calls it. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    const soon = await this.database.read<{ id: string }>(
      system,
      sql`select session.id from hotline.training_session session
          where session.state = 'PLANNED' and session.starts_at > ${now}
            and session.starts_at <= ${new Date(now.getTime() + SOON_MS)}
            and exists (select 1 from hotline.training_participant participant
              where participant.session_id = session.id and participant.removed_at is null
                and participant.reminded_at is null)
          order by session.starts_at limit ${rows(MOST_SESSIONS)}`,
    );
    for (const { id } of soon) await this.remindOf(id);
  }

  private async remindOf(sessionId: string): Promise<void> {
    await this.database.transact(system, async (tx) => {
      const session = await this.session(tx, sessionId);
      if (session?.state !== 'PLANNED') return;
      const waiting = await tx.sql<{ id: string; fresh: boolean }>(sql`
        update hotline.training_participant set reminded_at = ${tx.at}
        where session_id = ${sessionId} and removed_at is null and reminded_at is null
        returning id, added_at > ${new Date(session.starts_at.getTime() - SOON_MS)} as fresh`);
      // Whoever was invited within the last day has just read when it is.
      const ids = new Set(waiting.filter(({ fresh }) => !fresh).map(({ id }) => id));
      for (const listener of await this.listeners(tx, sessionId))
        if (ids.has(listener.id)) await this.tellOne(tx, session, listener, 'SOON');
    });
  }

  /** In the app at once; by mail unless they want none. Returns until when a mail has to wait for quiet hours to end. */
  private async tellOne(
    tx: Transaction,
    session: Told,
    listener: Listener,
    occasion: Occasion,
  ): Promise<Date | null> {
    const kind = KINDS[occasion];
    const [reader] = await this.letters.readersAmong(tx, kind, [listener.person_id]);
    // An entry that is wrong by the time somebody wakes up would be worse than a mail at night.
    const hurry = session.starts_at.getTime() - tx.at.getTime() < SOON_MS;
    if (reader?.quietUntil && !hurry) return reader.quietUntil;
    await this.notifications.tell(tx, {
      kind,
      subject: { type: 'trainingsession', id: session.id },
      causeId: v5(`${occasion} ${listener.sequence}`, listener.id),
      actorId: occasion === 'INVITED' ? listener.added_by : null,
      at: tx.at,
      to: [{ personId: listener.person_id, companyId: listener.company_id }],
      ownLetter: true,
    });
    if (reader) await this.write(tx, session, listener, reader, occasion);
    return null;
  }

  private async write(
    tx: Transaction,
    session: Told,
    listener: Listener,
    reader: LetterReader,
    occasion: Occasion,
  ): Promise<void> {
    const path = `/c/${listener.handle}/training/${globalId('trainingsession', session.id)}`;
    // A link in a mail opens no door of the staff.
    const place = listener.staff
      ? (to: string) => `${this.config.publicUrl}${to}`
      : await this.signIn.placeUrls(tx, listener.person_id);
    const { title, summary } = inLocale(session.titles, reader.locale);
    const calendar: Calendar | null =
      occasion === 'SOON' ? null : this.entry(session, listener, reader, occasion === 'CANCELLED', tx.at);
    await this.mail.write(tx, {
      ...trainingLetter(occasion, {
        personId: reader.personId,
        to: reader.email,
        locale: reader.locale,
        zone: reader.zone,
        title,
        summary,
        startsAt: session.starts_at,
        endsAt: session.ends_at,
        place: session.place,
        link: session.link,
        trainer: session.trainer,
        url: place(occasion === 'CANCELLED' ? `/c/${listener.handle}/training` : path),
      }),
      ...(calendar ? { calendar } : {}),
      about: [session.id],
      off: reader.off,
    });
  }

  private entry(
    session: Told,
    listener: Listener,
    reader: LetterReader,
    gone: boolean,
    stamp: Date,
  ): Calendar {
    const method: CalendarMethod = gone ? 'CANCEL' : 'REQUEST';
    const { title, summary } = inLocale(session.titles, reader.locale);
    const content = calendarFile({
      method,
      uid: uidOf(session.id, this.config),
      sequence: listener.sequence + 1,
      stamp,
      startsAt: session.starts_at,
      endsAt: session.ends_at,
      title,
      description: [summary, session.link].filter(Boolean).join('\n'),
      place: session.place,
      link: session.link,
      organizer: partyOf(this.config.mailFrom),
      attendee: { name: reader.name, email: reader.email },
    });
    return { method, content };
  }

  private session(tx: Transaction, sessionId: string): Promise<Told | null> {
    return tx.one<Told>(sql`
      select session.id, session.state, session.starts_at, session.ends_at, session.place, session.link,
        trainer.name as trainer, coalesce((
          select json_agg(json_build_object('locale', said.locale, 'title', said.title, 'summary', said.summary))
          from hotline.course_text said where said.subject_id = session.course_version_id), '[]') as titles
      from hotline.training_session session join hotline.person trainer on trainer.id = session.trainer_id
      where session.id = ${sessionId} for update of session`);
  }

  /** Those who are still contacts of the company for which they come. */
  private listeners(tx: Transaction, sessionId: string): Promise<Listener[]> {
    return tx.sql<Listener>(sql`
      select participant.id, participant.person_id, participant.company_id, company.handle, participant.added_by,
        participant.removed_at is not null as removed, participant.told, participant.sequence,
        person.staff_role is not null as staff
      from hotline.training_participant participant
      join hotline.company company on company.id = participant.company_id
      join hotline.person person on person.id = participant.person_id and person.deactivated_at is null
      join hotline.company_contact contact on contact.person_id = participant.person_id
        and contact.company_id = participant.company_id and contact.left_at is null
      where participant.session_id = ${sessionId} order by participant.id for update of participant`);
  }
}

/** Of one installation and one session, for ever. */
export const uidOf = (sessionId: string, { publicUrl }: Config): string =>
  `${sessionId}@${new URL(publicUrl).hostname}`;

export function inLocale<Text extends { locale: 'ko' | 'en' }>(
  texts: readonly Text[],
  locale: 'ko' | 'en',
): Text {
  const text = texts.find((each) => each.locale === locale) ?? texts[0];
  if (!text) throw new Error('A course says what it is in one language at least.');
  return text;
}

/** What a calendar says of a session. */
const digestOf = ({ starts_at, ends_at, place, link, trainer }: Told): string =>
  createHash('sha256')
    .update(JSON.stringify([starts_at, ends_at, place, link, trainer]))
    .digest('hex')
    .slice(0, 32);
