// Calendars in GraphQL: for staff as a whole, for a space what holds in it.
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { found, must } from '../../platform/errors.js';
import { dateIn } from '../../platform/local-time.js';
import {
  Acting,
  Ctx,
  type GraphqlContext,
  byKey,
  localId,
  localIdOrNull,
} from '../../platform/graphql/index.js';
import { CompanyType, IdentityReads, loadCompany, staffOnly } from '../../identity/index.js';
import { SpaceType } from '../spaces.graphql.js';
import * as shapes from './calendar.graphql.js';
import { canChangeCalendars, canDeleteCalendar, canReadCalendars } from './calendar.policy.js';
import { CalendarReads } from './calendar.reads.js';
import { CalendarService } from './calendar.service.js';
import {
  answeringShape,
  calendarShape,
  comingHolidays,
  dayShape,
  workingCalendar,
} from './calendar.shapes.js';
import { mustBeDate } from './hours.js';
import { dayOf } from './working-time.js';

const mustRead = (actor: Actor): void =>
  must(canReadCalendars(actor), 'STAFF_ONLY', 'Only staff see calendars as a whole.');

async function loadCalendar(
  context: GraphqlContext,
  reads: CalendarReads,
  id: string,
): Promise<shapes.CalendarType> {
  const row = await context.load('calendar', id, async (ids) =>
    byKey(await reads.byIds(context.actor, ids), (each) => each.id),
  );
  return calendarShape(found(row));
}

@Resolver(() => shapes.CalendarType)
export class CalendarResolver {
  constructor(
    @Inject(CalendarService) private readonly service: CalendarService,
    @Inject(CalendarReads) private readonly reads: CalendarReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Query(() => [shapes.CalendarType], { description: 'The default one first, then by name. Staff only.' })
  async calendars(@Acting() actor: Actor): Promise<shapes.CalendarType[]> {
    mustRead(actor);
    return (await this.reads.all(actor)).map(calendarShape);
  }

  @Query(() => shapes.CalendarType, { description: 'Staff only.' })
  async calendar(
    @Args('id', { type: () => ID }) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CalendarType> {
    mustRead(context.actor);
    return loadCalendar(context, this.reads, localId('calendar', id));
  }

  @ResolveField(() => shapes.CalendarAbilities)
  abilities(@Parent() { row }: shapes.CalendarType, @Acting() actor: Actor): shapes.CalendarAbilities {
    return { change: canChangeCalendars(actor), delete: canDeleteCalendar(actor, row) };
  }

  @ResolveField(() => [CompanyType], { description: 'That have it as their own, by name; 200 at most.' })
  companies(@Parent() { row }: shapes.CalendarType, @Ctx() context: GraphqlContext): Promise<CompanyType[]> {
    return Promise.all(row.company_ids.map((id) => loadCompany(context, this.identity, id)));
  }

  @ResolveField(() => [shapes.CalendarDayType], {
    description: 'Public holidays within a year from today, with the hours that hold on them.',
  })
  async comingHolidays(@Parent() { row }: shapes.CalendarType): Promise<shapes.CalendarDayType[]> {
    const { zone } = this.config;
    return comingHolidays(await workingCalendar(zone, row), dateIn(zone, this.clock.now()));
  }

  @ResolveField(() => shapes.CalendarDayType, { description: 'What holds on a day.' })
  async day(
    @Parent() { row }: shapes.CalendarType,
    @Args('day', { nullable: true, type: () => String, description: 'YYYY-MM-DD; left out: today.' })
    day: string | null,
  ): Promise<shapes.CalendarDayType> {
    const { zone } = this.config;
    if (day) mustBeDate(day, 'day');
    return dayShape(dayOf(await workingCalendar(zone, row), day ?? dateIn(zone, this.clock.now())));
  }

  @Mutation(() => shapes.CreateCalendarPayload, { description: 'By leads and administrators.' })
  async createCalendar(
    @Args('input') input: shapes.CreateCalendarInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CreateCalendarPayload> {
    const id = await this.service.create(context.actor, input);
    return { calendar: await loadCalendar(context, this.reads, id) };
  }

  @Mutation(() => shapes.ChangeCalendarPayload, {
    description: 'The whole of it: days that are left out are closed, own days that are left out are gone.',
  })
  async changeCalendar(
    @Args('input') { calendarId, version, ...wishes }: shapes.ChangeCalendarInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ChangeCalendarPayload> {
    const id = localId('calendar', calendarId);
    await this.service.change(context.actor, id, version, wishes);
    return { calendar: await loadCalendar(context, this.reads, id) };
  }

  @Mutation(() => shapes.DeleteCalendarPayload, {
    description: 'CONFLICT for the default one and while a company has it.',
  })
  async deleteCalendar(
    @Args('input') { calendarId, version }: shapes.DeleteCalendarInput,
    @Acting() actor: Actor,
  ): Promise<shapes.DeleteCalendarPayload> {
    await this.service.remove(actor, localId('calendar', calendarId), version);
    return { calendars: await this.calendars(actor) };
  }

  @Mutation(() => shapes.SetCompanyCalendarPayload, { description: 'By leads and administrators.' })
  async setCompanyCalendar(
    @Args('input') input: shapes.SetCompanyCalendarInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.SetCompanyCalendarPayload> {
    const id = localId('company', input.companyId);
    await this.service.choose(context.actor, id, localIdOrNull('calendar', input.calendarId));
    return { company: await loadCompany(context, this.identity, id) };
  }
}

@Resolver(() => CompanyType)
export class CompanyCalendarResolver {
  constructor(@Inject(CalendarReads) private readonly reads: CalendarReads) {}

  @ResolveField(() => shapes.CalendarType, {
    nullable: true,
    description: 'Its own; null: the default one holds. Staff only.',
  })
  async calendar(
    @Parent() company: CompanyType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CalendarType | null> {
    staffOnly(context.actor);
    const chosen = await context.load('companyCalendar', company.uuid, async (ids) =>
      byKey(await this.reads.ofCompanies(context.actor, ids), (each) => each.company_id),
    );
    return chosen ? loadCalendar(context, this.reads, chosen.calendar_id) : null;
  }
}

@Resolver(() => SpaceType)
export class SpaceAnsweringResolver {
  constructor(
    @Inject(CalendarReads) private readonly reads: CalendarReads,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ResolveField(() => shapes.AnsweringType, { description: 'When messages here are answered.' })
  async answering(@Parent() space: SpaceType, @Ctx() context: GraphqlContext): Promise<shapes.AnsweringType> {
    const row = await context.load('answering', space.uuid, async (ids) =>
      byKey(await this.reads.ofSpaces(context.actor, ids), (each) => each.space_id),
    );
    return answeringShape(this.config.zone, found(row), this.clock);
  }
}
