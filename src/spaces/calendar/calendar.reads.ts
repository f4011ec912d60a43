// Every SELECT about calendars.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isStaff } from '../../platform/actor.js';
import { Database, type Sql, type Transaction, sql } from '../../platform/database/index.js';
import { visibleSpaces } from '../spaces.policy.js';
import type { HolidaysOf } from './holidays.js';
import type { Interval } from './working-time.js';

/** What business time is counted with. */
export type HoursRow = {
  id: string;
  holidays: HolidaysOf;
  week: { weekday: number; hours: Interval[] }[];
  exceptions: { day: string; name: string; hours: Interval[] }[];
};

export type CalendarRow = HoursRow & {
  name: string;
  is_default: boolean;
  version: number;
  /** Those that have it as their own, by name. */
  company_ids: string[];
  company_count: number;
};

/** More companies than these are counted, not named. */
const NAMED = 200;

const asJson = (hours: Sql): Sql =>
  sql`(select coalesce(json_agg(json_build_object('from', lower(each), 'to', upper(each)) order by each), '[]')
    from unnest(${hours}) each)`;

const HOURS = sql`calendar.id, calendar.holidays,
  (select coalesce(json_agg(json_build_object('weekday', on_day.weekday, 'hours', ${asJson(sql`on_day.hours`)})
      order by on_day.weekday), '[]')
    from hotline.calendar_week on_day where on_day.calendar_id = calendar.id) as week,
  (select coalesce(json_agg(json_build_object('day', own.day, 'name', own.name, 'hours', ${asJson(sql`own.hours`)})
      order by own.day), '[]')
    from hotline.calendar_exception own where own.calendar_id = calendar.id) as exceptions`;

const HAVING = sql`from hotline.company_calendar chosen
  join hotline.company company on company.id = chosen.company_id where chosen.calendar_id = calendar.id`;

@Injectable()
export class CalendarReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The default one first, then by name. */
  all(actor: Actor): Promise<CalendarRow[]> {
    return this.database.read(actor, this.select(sql`true`));
  }

  byIds(actor: Actor, ids: readonly string[]): Promise<CalendarRow[]> {
    return this.database.read(actor, this.select(sql`calendar.id = any(${[...ids]}::uuid[])`));
  }

  /** The hours that hold in each of these spaces. */
  ofSpaces(actor: Actor, spaceIds: readonly string[]): Promise<(HoursRow & { space_id: string })[]> {
    return this.database.read(
      actor,
      sql`select space.id as space_id, ${HOURS} from hotline.space space
          left join hotline.company_calendar own on own.company_id = space.company_id
          join hotline.calendar calendar on calendar.id = own.calendar_id
            or (own.calendar_id is null and calendar.is_default)
          where ${visibleSpaces(actor)} and space.id = any(${[...spaceIds]}::uuid[])`,
    );
  }

  /** The hours that hold for each of these companies, or for all that have a calendar; for what is counted in jobs. */
  holding(
    tx: Transaction,
    which: { companyIds: readonly string[] } | { calendarId: string },
  ): Promise<(HoursRow & { company_id: string })[]> {
    const asked =
      'calendarId' in which
        ? sql`calendar.id = ${which.calendarId}`
        : sql`company.id = any(${[...which.companyIds]}::uuid[])`;
    return tx.sql(sql`select company.id as company_id, ${HOURS} from hotline.company company
      left join hotline.company_calendar own on own.company_id = company.id
      join hotline.calendar calendar on calendar.id = own.calendar_id
        or (own.calendar_id is null and calendar.is_default)
      where ${asked}`);
  }

  /** Which companies have one of their own. */
  ofCompanies(
    actor: Actor,
    companyIds: readonly string[],
  ): Promise<{ company_id: string; calendar_id: string }[]> {
    return this.database.read(
      actor,
      sql`select company_id, calendar_id from hotline.company_calendar
          where ${isStaff(actor)} and company_id = any(${[...companyIds]}::uuid[])`,
    );
  }

  private select(condition: Sql): Sql {
    return sql`select ${HOURS}, calendar.name, calendar.is_default, calendar.version,
        array(select company.id ${HAVING} order by company.name, company.id limit ${NAMED}) as company_ids,
        case when calendar.is_default then (select count(*)::int from hotline.company company
            where company.merged_into_id is null
              and not exists (select 1 from hotline.company_calendar other
                where other.company_id = company.id and other.calendar_id <> calendar.id))
          else (select count(*)::int ${HAVING}) end as company_count
      from hotline.calendar calendar where ${condition}
      order by calendar.is_default desc, calendar.name, calendar.id limit 500`;
  }
}
