// Every SELECT about certificates and walls.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isStaff, system } from '../../platform/actor.js';
import { Database, type Sql, rows, sql } from '../../platform/database/index.js';
import type { CourseStage } from '../courses/index.js';
import { visibleCertificates } from './certificates.policy.js';

export type Titles = { title_ko: string | null; title_en: string | null };

export type CertificateRow = Titles & {
  id: string;
  number: string;
  /** null: its person was erased, and nobody can ask whether it is true any more. */
  token: string | null;
  person_id: string;
  company_id: string;
  session_id: string;
  person_name: string;
  company_name: string;
  stage: CourseStage;
  issued_at: Date;
  withdrawn_at: Date | null;
  withdrawn_reason: string | null;
};

/** What whoever has the link may know. */
export type CheckedRow = Titles & {
  person_name: string;
  company_name: string;
  issued_at: Date;
  withdrawn: boolean;
};

export type HonouredRow = Titles & {
  company_id: string;
  course_id: string;
  person_id: string;
  stage: CourseStage;
  issued_at: Date;
  praise: string[];
};

const CERTIFICATE = sql`certificate.id, certificate.number, certificate.token, certificate.person_id, certificate.company_id,
  participant.session_id, certificate.person_name, certificate.company_name, certificate.stage, certificate.title_ko,
  certificate.title_en, certificate.issued_at, certificate.withdrawn_at, certificate.withdrawn_reason
  from hotline.certificate certificate
  join hotline.training_participant participant on participant.id = certificate.participant_id`;

/** Of one company on its page; more stand with their sessions. */
const MOST_OF_A_COMPANY = 500;

const TOKEN = /^[A-Za-z0-9_-]{22}$/;

@Injectable()
export class CertificatesReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  byIds(actor: Actor, ids: readonly string[]): Promise<CertificateRow[]> {
    return this.certificates(actor, sql`certificate.id = any(${[...ids]}::uuid[])`);
  }

  /** Newest first: the viewer's own, of the company that they act for. */
  async mine(actor: Actor): Promise<CertificateRow[]> {
    if (actor.kind !== 'contact') return [];
    return this.certificates(actor, sql`certificate.person_id = ${actor.personId}`);
  }

  /** Newest first. */
  ofCompanies(actor: Actor, companyIds: readonly string[]): Promise<CertificateRow[]> {
    return this.certificates(actor, sql`certificate.company_id = any(${[...companyIds]}::uuid[])`);
  }

  ofSessions(actor: Actor, sessionIds: readonly string[]): Promise<CertificateRow[]> {
    return this.certificates(actor, sql`participant.session_id = any(${[...sessionIds]}::uuid[])`);
  }

  /** Nobody need be signed in: the token is what they know. Null for every wrong one. */
  async check(token: string): Promise<CheckedRow | null> {
    if (!TOKEN.test(token)) return null;
    return this.database.readOne(
      system,
      sql`select certificate.person_name, certificate.company_name, certificate.title_ko, certificate.title_en,
            certificate.issued_at, certificate.withdrawn_at is not null as withdrawn
          from hotline.certificate certificate where certificate.token = ${token}`,
    );
  }

  /** Which of these companies show their people; of a contact their own at most. */
  async openWalls(actor: Actor, companyIds: readonly string[]): Promise<string[]> {
    const own = actor.kind === 'contact' ? sql`wall.company_id = ${actor.companyId}` : sql`true`;
    const open = await this.database.read<{ company_id: string }>(
      actor,
      sql`select wall.company_id from hotline.honour_wall wall
          where wall.company_id = any(${[...companyIds]}::uuid[]) and ${own}`,
    );
    return open.map(({ company_id }) => company_id);
  }

  /** Who stands on these walls, by course and name, with what was said aloud of what they did in it. */
  honoured(actor: Actor, companyIds: readonly string[]): Promise<HonouredRow[]> {
    const wall = isStaff(actor) ? sql`hotline.walls_of(${[...companyIds]}::uuid[])` : sql`hotline.our_wall()`;
    return this.database.read(
      actor,
      sql`select honoured.company_id, honoured.course_id, honoured.person_id, honoured.stage, honoured.title_ko,
            honoured.title_en, honoured.issued_at, array(
              select praise.words from hotline.mission_praise praise
              join hotline.training_project_member member on member.id = praise.member_id
                and member.person_id = honoured.person_id
              join hotline.training_project project on project.id = member.project_id
                and project.session_id = honoured.session_id and project.company_id = honoured.company_id
              order by praise.at desc, praise.review_id) as praise
          from ${wall} honoured join hotline.person person on person.id = honoured.person_id
          where honoured.company_id = any(${[...companyIds]}::uuid[])
          order by honoured.company_id, honoured.course_id, person.name, honoured.person_id`,
    );
  }

  async keepsAway(actor: Actor): Promise<boolean> {
    if (actor.kind !== 'contact') return false;
    const row = await this.database.readOne(
      actor,
      sql`select 1 from hotline.honour_absence where person_id = ${actor.personId}`,
    );
    return row !== null;
  }

  /** What a letter says of certificates, in the reader's language. */
  inLetters(
    actor: Actor & { personId: string },
    ids: readonly string[],
  ): Promise<{ id: string; handle: string; locale: 'ko' | 'en'; title: string; token: string | null }[]> {
    return this.database.read(
      actor,
      sql`select certificate.id, company.handle, reader.locale, certificate.token,
            case reader.locale when 'ko' then coalesce(certificate.title_ko, certificate.title_en)
              else coalesce(certificate.title_en, certificate.title_ko) end as title
          from hotline.certificate certificate
          join hotline.company company on company.id = certificate.company_id
          join hotline.person reader on reader.id = ${actor.personId}
          where certificate.id = any(${[...ids]}::uuid[]) and certificate.withdrawn_at is null
            and ${visibleCertificates(actor)}`,
    );
  }

  private certificates(actor: Actor, which: Sql): Promise<CertificateRow[]> {
    return this.database.read(
      actor,
      sql`select ${CERTIFICATE} where ${which} and ${visibleCertificates(actor)}
          order by certificate.issued_at desc, certificate.id desc limit ${rows(MOST_OF_A_COMPANY)}`,
    );
  }
}
