// How calendars and business time look in GraphQL.
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, Matches, Max, Min, ValidateNested } from 'class-validator';
import { Name, wordsEnum } from '../../platform/graphql/index.js';
import { CompanyType } from '../../identity/index.js';
import type { CalendarRow } from './calendar.reads.js';
import { HOLIDAYS, type HolidaysOf } from './holidays.js';
import { DAY_KINDS, type DayKind } from './working-time.js';

const HolidaysOfEnum = wordsEnum('HolidaysOf', HOLIDAYS, 'Whose public holidays a calendar keeps.');
const DayKindEnum = wordsEnum(
  'DayKind',
  DAY_KINDS,
  'What decides over a day: the week, a public holiday, or a day of one’s own.',
);

const FROM = /^([01]\d|2[0-3]):[0-5]\d$/;
const TO = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

@ObjectType({ description: 'Local times of the installation’s zone.' })
export class WorkingHours {
  @Field(() => String, { description: 'HH:MM.' })
  from: string;

  @Field(() => String, { description: 'HH:MM, not included; 24:00 is midnight.' })
  to: string;
}

@ObjectType({ description: 'A day of the week on which somebody answers.' })
export class WeekdayHours {
  @Field(() => Int, { description: '1 Monday to 7 Sunday.' })
  weekday: number;

  @Field(() => [WorkingHours])
  hours: WorkingHours[];
}

@ObjectType({
  description: 'A day of one’s own: closed when it has no hours. It comes before public holidays.',
})
export class CalendarException {
  @Field(() => String, { description: 'YYYY-MM-DD.' })
  day: string;

  @Field(() => String, { description: 'Contacts read it too.' })
  name: string;

  @Field(() => [WorkingHours])
  hours: WorkingHours[];
}

@ObjectType('CalendarDay', { description: 'What holds on a day, and why.' })
export class CalendarDayType {
  @Field(() => String, { description: 'YYYY-MM-DD.' })
  day: string;

  @Field(() => DayKindEnum)
  kind: DayKind;

  @Field(() => [WorkingHours], { description: 'None: closed.' })
  hours: WorkingHours[];

  @Field(() => String, { nullable: true, description: 'The holiday, or what staff call this day.' })
  nameKo: string | null;

  @Field(() => String, { nullable: true })
  nameEn: string | null;
}

@ObjectType()
export class CalendarAbilities {
  @Field(() => Boolean)
  change: boolean;

  @Field(() => Boolean, { description: 'Not the default one, and none that companies have.' })
  delete: boolean;
}

@ObjectType('Calendar', { description: 'When clients are answered. Staff only.' })
export class CalendarType {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => Boolean, { description: 'Holds for every company without one of its own.' })
  isDefault: boolean;

  @Field(() => HolidaysOfEnum)
  holidays: HolidaysOf;

  @Field(() => [WeekdayHours], { description: 'Days that are not named are closed.' })
  week: WeekdayHours[];

  @Field(() => [CalendarException], { description: 'By day.' })
  exceptions: CalendarException[];

  @Field(() => Int, { description: 'For how many companies it holds.' })
  companyCount: number;

  @Field(() => Int)
  version: number;

  row: CalendarRow;
}

@ObjectType('Answering', { description: 'When a space is answered.' })
export class AnsweringType {
  @Field(() => String, { description: 'IANA time zone of all local times here.' })
  zone: string;

  @Field(() => [WeekdayHours])
  week: WeekdayHours[];

  @Field(() => Boolean)
  openNow: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Null: open now, or never again.' })
  opensAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Null: not open now.' })
  closesAt: Date | null;

  @Field(() => CalendarDayType)
  today: CalendarDayType;

  @Field(() => DayKindEnum, { nullable: true, description: 'Null: open now; `today` has the name.' })
  closedBecause: DayKind | null;
}

@InputType()
export class WorkingHoursInput {
  @Field(() => String)
  @Matches(FROM)
  from: string;

  @Field(() => String)
  @Matches(TO)
  to: string;
}

@InputType()
export class WeekdayHoursInput {
  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(7)
  weekday: number;

  @Field(() => [WorkingHoursInput])
  @ArrayMaxSize(6)
  @ValidateNested({ each: true })
  @Type(() => WorkingHoursInput)
  hours: WorkingHoursInput[];
}

@InputType()
export class CalendarExceptionInput {
  @Field(() => String)
  @Matches(DATE)
  day: string;

  @Field(() => String)
  @Name(1, 60)
  name: string;

  @Field(() => [WorkingHoursInput], { defaultValue: [] })
  @ArrayMaxSize(6)
  @ValidateNested({ each: true })
  @Type(() => WorkingHoursInput)
  hours: WorkingHoursInput[];
}

@InputType()
export class CreateCalendarInput {
  @Field(() => String)
  @Name(1, 60)
  name: string;

  @Field(() => HolidaysOfEnum, { defaultValue: 'KR' })
  holidays: HolidaysOf;

  @Field(() => [WeekdayHoursInput])
  @ArrayMaxSize(7)
  @ValidateNested({ each: true })
  @Type(() => WeekdayHoursInput)
  week: WeekdayHoursInput[];

  @Field(() => [CalendarExceptionInput], { defaultValue: [] })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => CalendarExceptionInput)
  exceptions: CalendarExceptionInput[];
}

@InputType()
export class ChangeCalendarInput extends CreateCalendarInput {
  @Field(() => ID)
  calendarId: string;

  @Field(() => Int, { description: 'The version that was seen; CONFLICT when there is a newer one.' })
  @IsInt()
  @Min(1)
  version: number;
}

@InputType()
export class DeleteCalendarInput {
  @Field(() => ID)
  calendarId: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version: number;
}

@InputType()
export class SetCompanyCalendarInput {
  @Field(() => ID)
  companyId: string;

  @Field(() => ID, { nullable: true, description: 'Null: the default one.' })
  calendarId?: string | null;
}

@ObjectType({ isAbstract: true })
class CalendarPayload {
  @Field(() => CalendarType)
  calendar: CalendarType;
}

@ObjectType()
export class CreateCalendarPayload extends CalendarPayload {}

@ObjectType()
export class ChangeCalendarPayload extends CalendarPayload {}

@ObjectType()
export class DeleteCalendarPayload {
  @Field(() => [CalendarType], { description: 'All that are left.' })
  calendars: CalendarType[];
}

@ObjectType()
export class SetCompanyCalendarPayload {
  @Field(() => CompanyType)
  company: CompanyType;
}
