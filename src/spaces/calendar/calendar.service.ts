// Commands on calendars: make one, change it as a whole, delete it, and give it to a company.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, systemFor } from '../../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../../platform/database/index.js';
import { conflict, found, invalid, must } from '../../platform/errors.js';
import { audit } from '../../identity/index.js';
import { calendarChanged } from '../spaces.events.js';
import { canChangeCalendars } from './calendar.policy.js';
import type { HolidaysOf } from './holidays.js';
import { type WrittenHours, mustBeDate, readHours } from './hours.js';
import type { Interval } from './working-time.js';

export type CalendarWishes = {
  name: string;
  holidays: HolidaysOf;
  week: { weekday: number; hours: WrittenHours[] }[];
  exceptions: { day: string; name: string; hours: WrittenHours[] }[];
};

/** `{[540,720),[780,1080)}` */
const multirange = (hours: Interval[]): string =>
  `{${hours.map(({ from, to }) => `[${from},${to})`).join(',')}}`;

@Injectable()
export class CalendarService {
  constructor(@Inject(Database) private readonly database: Database) {}

  async create(actor: Actor, wishes: CalendarWishes): Promise<string> {
    must(canChangeCalendars(actor));
    return this.database.transact(systemFor(actor), async (tx) => {
      const id = newId();
      const made = await tx.one(sql`insert into hotline.calendar (id, name, holidays, changed_at)
        values (${id}, ${wishes.name}, ${wishes.holidays}, ${tx.at}) on conflict (name) do nothing returning id`);
      if (!made) throw nameTaken();
      await this.write(tx, id, wishes);
      await audit(tx, 'CALENDAR_CREATED', 'calendar', id, { otherName: wishes.name });
      return id;
    });
  }

  /** CONFLICT when somebody was quicker. */
  async change(actor: Actor, id: string, version: number, wishes: CalendarWishes): Promise<void> {
    must(canChangeCalendars(actor));
    await this.database.transact(systemFor(actor), async (tx) => {
      await this.lock(tx, id, version);
      const same = await tx.one(
        sql`select 1 from hotline.calendar where name = ${wishes.name} and id <> ${id}`,
      );
      if (same) throw nameTaken();
      await tx.sql(sql`update hotline.calendar set name = ${wishes.name}, holidays = ${wishes.holidays},
        changed_at = ${tx.at}, version = version + 1 where id = ${id}`);
      await tx.sql(sql`delete from hotline.calendar_week where calendar_id = ${id}`);
      await tx.sql(sql`delete from hotline.calendar_exception where calendar_id = ${id}`);
      await this.write(tx, id, wishes);
      await audit(tx, 'CALENDAR_CHANGED', 'calendar', id, { otherName: wishes.name });
      await tx.emit(calendarChanged, { calendarId: id });
    });
  }

  /** Refused while a company has it, and for the default one. */
  async remove(actor: Actor, id: string, version: number): Promise<void> {
    must(canChangeCalendars(actor));
    await this.database.transact(systemFor(actor), async (tx) => {
      const calendar = await this.lock(tx, id, version);
      if (calendar.is_default)
        throw conflict('DEFAULT_CALENDAR', 'The default calendar stays; it holds for all without their own.');
      const used = await tx.one(
        sql`select 1 from hotline.company_calendar where calendar_id = ${id} limit 1`,
      );
      if (used)
        throw conflict('CALENDAR_IN_USE', 'Companies have this calendar; give them another one first.');
      await tx.sql(sql`delete from hotline.calendar where id = ${id}`);
      await audit(tx, 'CALENDAR_DELETED', 'calendar', id, { otherName: calendar.name });
    });
  }

  /** null: from now on the default one holds. */
  async choose(actor: Actor, companyId: string, calendarId: string | null): Promise<void> {
    must(canChangeCalendars(actor));
    await this.database.transact(systemFor(actor), async (tx) => {
      found(
        await tx.one(
          sql`select 1 from hotline.company where id = ${companyId} and merged_into_id is null for no key update`,
        ),
      );
      const name = calendarId === null ? null : (await this.named(tx, calendarId)).name;
      if (calendarId === null)
        await tx.sql(sql`delete from hotline.company_calendar where company_id = ${companyId}`);
      else
        await tx.sql(sql`insert into hotline.company_calendar (company_id, calendar_id)
          values (${companyId}, ${calendarId}) on conflict (company_id) do update set calendar_id = ${calendarId}`);
      await audit(tx, 'COMPANY_CALENDAR_SET', 'company', companyId, name ? { otherName: name } : {});
      await tx.emit(calendarChanged, { companyId });
    });
  }

  private async write(tx: Transaction, id: string, { week, exceptions }: CalendarWishes): Promise<void> {
    mustDiffer(
      week.map(({ weekday }) => weekday),
      'week',
    );
    mustDiffer(
      exceptions.map(({ day }) => day),
      'exceptions',
    );
    for (const { day } of exceptions) mustBeDate(day, 'exceptions');
    const days = week
      .filter(({ hours }) => hours.length > 0)
      .map(({ weekday, hours }) => ({ weekday, hours: multirange(readHours(hours, 'week')) }));
    const own = exceptions.map(({ hours, ...each }) => ({
      ...each,
      hours: multirange(readHours(hours, 'exceptions')),
    }));
    await tx.sql(sql`insert into hotline.calendar_week (calendar_id, weekday, hours)
      select ${id}, weekday, hours from json_to_recordset(${JSON.stringify(days)}::json)
        as each(weekday smallint, hours int4multirange)`);
    await tx.sql(sql`insert into hotline.calendar_exception (calendar_id, day, name, hours)
      select ${id}, day, name, hours from json_to_recordset(${JSON.stringify(own)}::json)
        as each(day date, name text, hours int4multirange)`);
  }

  private async lock(tx: Transaction, id: string, version: number) {
    const calendar = found(
      await tx.one<{ name: string; is_default: boolean; version: number }>(
        sql`select name, is_default, version from hotline.calendar where id = ${id} for update`,
      ),
    );
    if (calendar.version !== version)
      throw conflict('STALE', 'Somebody changed this calendar in the meantime; look at the newer one first.');
    return calendar;
  }

  private async named(tx: Transaction, id: string): Promise<{ name: string }> {
    // Shared, so that it is not deleted while a company is given it.
    return found(
      await tx.one<{ name: string }>(sql`select name from hotline.calendar where id = ${id} for key share`),
    );
  }
}

const nameTaken = () => conflict('CALENDAR_NAME', 'Another calendar has this name.', 'name');

function mustDiffer(keys: readonly (string | number)[], field: string): void {
  if (new Set(keys).size < keys.length) throw invalid('DAY_TWICE', 'A day stands there twice.', field);
}
