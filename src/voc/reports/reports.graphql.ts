// How weekly reports look in GraphQL.
import {
  ArgsType,
  Field,
  Float,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  IntersectionType,
  ObjectType,
} from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { Node, PageArgs, Words, connectionOf, wordsEnum } from '../../platform/graphql/index.js';
import { type Tier, TierEnum } from '../../identity/index.js';
import { type Channel, ChannelEnum } from '../../threads/index.js';
import type { Category } from '../classification/index.js';
import { CategoryEnum } from '../items/index.js';
import { CategoryFigureType, ChannelFigure, TierFigure, TrendPointType } from '../weekly/index.js';
import { DIFFERENCE_REASONS, type DifferenceReason, DIMENSIONS, type Dimension } from './difference.js';
import type { MemberFilter, ReportRow } from './reports.reads.js';
import { REPORT_STATES, type ReportState } from './report.entity.js';

const ReportStateEnum = wordsEnum(
  'ReportState',
  REPORT_STATES,
  'DRAFT: figures still follow the items. PUBLISHED: frozen, for good.',
);
const DimensionEnum = wordsEnum('ReportDimension', DIMENSIONS, 'What a figure of a report is about.');
const DifferenceReasonEnum = wordsEnum(
  'DifferenceReason',
  DIFFERENCE_REASONS,
  'ADDED: made since. RESTORED: counts again. MOVED_IN, MOVED_OUT: to or from another week. WITHDRAWN: counts no longer. GONE: is there no longer. Others: counts elsewhere in the same week.',
);

const WEEK = /^\d{4}-W\d{2}$/;
const MOST_QUOTES = 20;
const MOST_COMMENTS = 6;

@ObjectType({ description: 'What the lead says to a category, or to the week as a whole.' })
export class ReportCommentType {
  @Field(() => CategoryEnum, { nullable: true, description: 'Null: to the week as a whole.' })
  category: Category | null;

  @Field(() => String)
  text: string;
}

@ObjectType({ description: 'A sentence that the lead chose; a reference, never a copy.' })
export class ReportQuote {
  @Field(() => ID)
  itemId: string;

  @Field(() => String, {
    nullable: true,
    description: 'As the item says it now; null: removed on request, or the item is gone.',
  })
  text: string | null;

  itemUuid: string;
}

@ObjectType({ description: 'Of a product area, by the names it had when the report was published.' })
export class ReportAreaFigure {
  @Field(() => ID, { nullable: true, description: 'Null: items without an area.' })
  areaId: string | null;

  @Field(() => String, { nullable: true })
  nameKo: string | null;

  @Field(() => String, { nullable: true })
  nameEn: string | null;

  @Field(() => Int)
  count: number;
}

@ObjectType({ description: 'Of a company, by the name it had when the report was published.' })
export class ReportCompanyFigure {
  @Field(() => ID)
  companyId: string;

  @Field(() => String)
  name: string;

  @Field(() => Int)
  count: number;
}

@ObjectType({ description: 'Frozen figures; they never change.' })
export class PublishedFigures {
  @Field(() => GraphQLISODateTime)
  from: Date;

  @Field(() => GraphQLISODateTime, { description: 'The moment the next week began.' })
  to: Date;

  @Field(() => String, { description: 'IANA name of the zone in which the week was counted.' })
  zone: string;

  @Field(() => Int)
  total: number;

  @Field(() => Int)
  previousTotal: number;

  @Field(() => [CategoryFigureType], { description: 'All five, in their fixed order.' })
  categories: CategoryFigureType[];

  @Field(() => [ChannelFigure], { description: 'Most first.' })
  channels: ChannelFigure[];

  @Field(() => [ReportAreaFigure])
  areas: ReportAreaFigure[];

  @Field(() => [TierFigure])
  tiers: TierFigure[];

  @Field(() => [ReportCompanyFigure], { description: 'The ten companies with most items.' })
  companies: ReportCompanyFigure[];

  @Field(() => [TrendPointType], { description: '13 weeks, this one last.' })
  trend: TrendPointType[];
}

@ObjectType({ description: 'One figure as it was published, and as it is now.' })
export class ComparedFigureType {
  @Field(() => DimensionEnum)
  dimension: Dimension;

  @Field(() => String, {
    description:
      'A category, channel or tier, the id of an area or company, NONE for no area; empty: the total.',
  })
  key: string;

  @Field(() => String, { nullable: true })
  nameKo: string | null;

  @Field(() => String, { nullable: true })
  nameEn: string | null;

  @Field(() => Int, { nullable: true, description: 'Null: the report has no figure of its own for it.' })
  published: number | null;

  @Field(() => Int, { description: 'Always published + gained − lost.' })
  current: number;

  @Field(() => Int, { description: 'Items of the differences that count here now and did not then.' })
  gained: number;

  @Field(() => Int, { description: 'Items of the differences that counted here then and do not now.' })
  lost: number;
}

@ObjectType({ description: 'Where an item counts.' })
export class ReportPlace {
  @Field(() => CategoryEnum)
  category: Category;

  @Field(() => ChannelEnum)
  channel: Channel;

  @Field(() => TierEnum, { nullable: true })
  tier: Tier | null;

  @Field(() => ID, { nullable: true })
  productAreaId: string | null;

  @Field(() => ID, { nullable: true })
  companyId: string | null;
}

@ObjectType({ description: 'An item that counts otherwise than when the report was published.' })
export class ReportDifference {
  @Field(() => ID)
  itemId: string;

  @Field(() => [DifferenceReasonEnum])
  reasons: DifferenceReason[];

  @Field(() => ReportPlace, { nullable: true, description: 'Null: it did not count then.' })
  was: ReportPlace | null;

  @Field(() => ReportPlace, { nullable: true, description: 'Null: it does not count in this week now.' })
  now: ReportPlace | null;

  itemUuid: string;
}

@ObjectType()
export class ReportDifferenceConnection extends connectionOf(ReportDifference, 'ReportDifference') {
  @Field(() => Int)
  totalCount: number;
}

@ObjectType({ description: 'An item that counted when the report was published, as it counted.' })
export class ReportItem {
  @Field(() => ID)
  itemId: string;

  @Field(() => ReportPlace)
  place: ReportPlace;

  itemUuid: string;
}

@ObjectType()
export class ReportItemConnection extends connectionOf(ReportItem, 'ReportItem') {
  /** For the lazily counted total. */
  reportUuid: string;
  filter: MemberFilter;
}

@ObjectType({ description: 'What a module has to say about the week.' })
export class ReportLine {
  @Field(() => String)
  key: string;

  @Field(() => Float, { nullable: true })
  count: number | null;

  @Field(() => String)
  textKo: string;

  @Field(() => String)
  textEn: string;

  @Field(() => String, { nullable: true, description: 'A path of the web app.' })
  link: string | null;
}

@ObjectType()
export class ReportSection {
  @Field(() => String)
  name: string;

  @Field(() => String)
  titleKo: string;

  @Field(() => String)
  titleEn: string;

  @Field(() => [ReportLine])
  lines: ReportLine[];
}

@ObjectType()
export class WeeklyReportAbilities {
  @Field(() => Boolean)
  edit: boolean;

  @Field(() => Boolean)
  publish: boolean;
}

@ObjectType('WeeklyReport', {
  description: 'The report of one week: a draft, or published and frozen.',
  implements: () => [Node],
})
export class WeeklyReportType extends Node {
  @Field(() => String, { description: 'Such as 2026-W46.' })
  week: string;

  @Field(() => ReportStateEnum)
  state: ReportState;

  @Field(() => String, { description: 'Empty: none was written.' })
  headline: string;

  @Field(() => [ReportCommentType])
  comments: ReportCommentType[];

  @Field(() => Int, { description: 'Send it back with a command.' })
  version: number;

  @Field(() => GraphQLISODateTime)
  draftedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  editedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  publishedAt: Date | null;

  @Field(() => PublishedFigures, { nullable: true, description: 'Null while it is a draft.' })
  published: PublishedFigures | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The frozen document, byte for byte (canonical JSON, RFC 8785); docs/reports.md says what is in it.',
  })
  canonical: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the canonical document, in hexadecimal.' })
  hash: string | null;

  row: ReportRow;
}

@ObjectType({ description: 'One week of the list; weeks without a report or an item are there too.' })
export class ReportWeek {
  @Field(() => String)
  week: string;

  @Field(() => ReportStateEnum, { nullable: true, description: 'Null: there is no report of it.' })
  state: ReportState | null;

  @Field(() => String, { nullable: true })
  headline: string | null;

  @Field(() => Int, { description: 'Counted now.' })
  total: number;

  @Field(() => Int, { nullable: true, description: 'As it was published.' })
  publishedTotal: number | null;
}

@ObjectType()
export class ReportWeekConnection extends connectionOf(ReportWeek, 'ReportWeek') {}

@ArgsType()
export class WeeklyReportArgs {
  @Field(() => String, { nullable: true, description: 'Such as 2026-W46; left out: the last complete week.' })
  @IsOptional()
  @Matches(WEEK)
  week?: string | null;
}

@ArgsType()
class PlaceArgs {
  @Field(() => CategoryEnum, { nullable: true })
  category?: Category | null;

  @Field(() => ChannelEnum, { nullable: true })
  channel?: Channel | null;

  @Field(() => ID, { nullable: true, description: 'A product area, or NONE: items without one.' })
  productAreaId?: string | null;

  @Field(() => TierEnum, { nullable: true })
  tier?: Tier | null;

  @Field(() => ID, { nullable: true })
  companyId?: string | null;
}

@ArgsType()
export class ReportItemsArgs extends IntersectionType(PageArgs, PlaceArgs, ArgsType) {}

@InputType()
export class DraftReportInput {
  @Field(() => String, { description: 'A week that is over, such as 2026-W46.' })
  @Matches(WEEK)
  week: string;
}

@InputType()
export class ReportCommentInput {
  @Field(() => CategoryEnum, { nullable: true })
  category?: Category | null;

  @Field(() => String)
  @Words(1, 2_000)
  text: string;
}

@InputType({ isAbstract: true })
class OneReport {
  @Field(() => ID)
  reportId: string;

  @Field(() => Int, { description: 'The version that was seen; CONFLICT when somebody was quicker.' })
  @IsInt()
  @Min(1)
  version: number;
}

@InputType({ description: 'What is left out becomes empty: this is the whole of what the lead says.' })
export class EditReportInput extends OneReport {
  @Field(() => String, { defaultValue: '' })
  @Words(0, 200)
  headline: string;

  @Field(() => [ReportCommentInput], { defaultValue: [], description: 'One per category, one for the week.' })
  @IsArray()
  @ArrayMaxSize(MOST_COMMENTS)
  @ValidateNested({ each: true })
  @Type(() => ReportCommentInput)
  comments: ReportCommentInput[];

  @Field(() => [ID], {
    defaultValue: [],
    description: 'VOC items of the week, in the order wanted; at most 20.',
  })
  @IsArray()
  @ArrayMaxSize(MOST_QUOTES)
  @IsString({ each: true })
  quoteIds: string[];
}

@InputType()
export class PublishReportInput extends OneReport {}

@ObjectType({ isAbstract: true })
class ReportPayload {
  @Field(() => WeeklyReportType)
  report: WeeklyReportType;
}

@ObjectType()
export class DraftReportPayload extends ReportPayload {}
@ObjectType()
export class EditReportPayload extends ReportPayload {}
@ObjectType()
export class PublishReportPayload extends ReportPayload {}
