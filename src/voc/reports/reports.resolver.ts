// Weekly reports in GraphQL.
import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { found } from '../../platform/errors.js';
import {
  Acting,
  Ctx,
  Cursors,
  type GraphqlContext,
  Nodes,
  PageArgs,
  byKey,
  globalId,
  localId,
  localIdOrNull,
  toPage,
} from '../../platform/graphql/index.js';
import { addWeeks, parseWeek, weekOf } from '../../platform/week.js';
import { IdentityReads, PersonType, loadPersonOrNull } from '../../identity/index.js';
import { NotificationType, WeeklySections } from '../../notifications/index.js';
import { ItemsReads, VocItemType, itemShape } from '../items/index.js';
import { compare } from './difference.js';
import * as shapes from './reports.graphql.js';
import { canReadReports, reportAbilities } from './reports.policy.js';
import { type MemberFilter, type ReportRow, ReportsReads } from './reports.reads.js';
import { ReportsService, wholeWeek } from './reports.service.js';
import {
  comparedShape,
  differenceShape,
  documentOf,
  memberShape,
  reportShape,
  sectionShape,
  weekShape,
} from './reports.shapes.js';

/** The item as it is now; null once it is gone. */
async function loadItem(context: GraphqlContext, items: ItemsReads, id: string): Promise<VocItemType | null> {
  const row = await context.load('vocitem', id, async (ids) =>
    byKey(await items.byIds(context.actor, ids), (each) => each.id),
  );
  return row && itemShape(row);
}

@Resolver(() => shapes.WeeklyReportType)
export class ReportsResolver {
  constructor(
    @Inject(ReportsService) private readonly service: ReportsService,
    @Inject(ReportsReads) private readonly reads: ReportsReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(WeeklySections) private readonly weeklySections: WeeklySections,
    @Inject(Cursors) private readonly cursors: Cursors,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('report', 'WeeklyReport', (context, id) =>
      canReadReports(context.actor) ? this.load(context, id) : Promise.resolve(null),
    );
  }

  @Query(() => shapes.WeeklyReportType, {
    nullable: true,
    description: 'Staff only. Null for a week of which nothing was drafted.',
  })
  async weeklyReport(
    @Args() { week }: shapes.WeeklyReportArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.WeeklyReportType | null> {
    const monday = week ? parseWeek(week) : addWeeks((await this.running()).week, -1);
    const row = await this.reads.ofWeek(actor, monday);
    return row && reportShape(row);
  }

  @Query(() => shapes.ReportWeekConnection, {
    description: 'Staff only. Every complete week since the beginning, newest first, empty ones too.',
  })
  async reportWeeks(
    @Args() { first, after }: PageArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.ReportWeekConnection> {
    const list = { name: 'reportWeeks', filter: null };
    const [before] = after ? this.cursors.decode(list, after) : [];
    const last = addWeeks((await this.running()).week, -1);
    const rows = await this.reads.weeks(actor, last, before ? String(before) : null, first);
    return toPage(this.cursors, list, first, rows, (row) => [row.week, ''], weekShape);
  }

  @ResolveField(() => [shapes.ReportQuote])
  async quotes(
    @Parent() { row }: shapes.WeeklyReportType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ReportQuote[]> {
    const words = byKey(await this.reads.words(context.actor, row.quotes), (each) => each.id);
    return row.quotes.map((id) => ({
      itemId: globalId('vocitem', id),
      itemUuid: id,
      text: words.get(id)?.quote ?? null,
    }));
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who edited it last.' })
  editedBy(
    @Parent() { row }: shapes.WeeklyReportType,
    @Ctx() context: GraphqlContext,
  ): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, row.edited_by);
  }

  @ResolveField(() => PersonType, { nullable: true })
  publishedBy(
    @Parent() { row }: shapes.WeeklyReportType,
    @Ctx() context: GraphqlContext,
  ): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, row.published_by);
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description:
      'Counted anew: the document has this hash and its items are those that counted. Null for a draft.',
  })
  hashHolds(@Parent() { row }: shapes.WeeklyReportType): Promise<boolean> | null {
    return row.state === 'PUBLISHED' ? this.service.holds(row) : null;
  }

  @ResolveField(() => [shapes.ComparedFigureType], {
    description: 'Every figure as it was published beside the current one; none for a draft.',
  })
  async compared(
    @Parent() { row }: shapes.WeeklyReportType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ComparedFigureType[]> {
    const document = documentOf(row);
    if (!document) return [];
    const { cells, differing } = await this.since(context, row);
    const figures = compare(document, cells, differing);
    const unnamed = (dimension: string): string[] =>
      figures
        .filter((each) => each.dimension === dimension && each.ko === null && each.key !== '')
        .map(({ key }) => key);
    const names = await this.reads.names(context.actor, unnamed('AREA'), unnamed('COMPANY'));
    return figures.map((figure) => comparedShape(figure, names));
  }

  @ResolveField(() => shapes.ReportDifferenceConnection, {
    description: 'The items that explain the difference between published and current figures, all of it.',
  })
  async differences(
    @Parent() { row }: shapes.WeeklyReportType,
    @Args() { first, after }: PageArgs,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ReportDifferenceConnection> {
    const list = { name: 'reportDifferences', filter: row.id };
    const [from] = after ? this.cursors.decode(list, after) : [''];
    const all = row.state === 'PUBLISHED' ? (await this.since(context, row)).differing : [];
    const rows = all.filter(({ id }) => id > String(from)).slice(0, first + 1);
    const page = toPage(
      this.cursors,
      list,
      first,
      rows,
      ({ id }) => [id, ''],
      (each) => differenceShape(each, row.week),
    );
    return { ...page, totalCount: all.length };
  }

  @ResolveField(() => shapes.ReportItemConnection, {
    description: 'Exactly the items behind a published figure, as they counted then; none for a draft.',
  })
  async items(
    @Parent() { row }: shapes.WeeklyReportType,
    @Args() { first, after, ...place }: shapes.ReportItemsArgs,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ReportItemConnection> {
    const area = place.productAreaId;
    const filter: MemberFilter = {
      category: place.category ?? null,
      channel: place.channel ?? null,
      tier: place.tier ?? null,
      companyId: localIdOrNull('company', place.companyId),
      productAreaId: area === 'NONE' ? 'NONE' : localIdOrNull('area', area),
    };
    const list = { name: 'reportItems', filter: { report: row.id, ...filter } };
    const [from] = after ? this.cursors.decode(list, after) : [];
    const rows = await this.reads.memberPage(
      context.actor,
      row.id,
      filter,
      first,
      from ? String(from) : null,
    );
    const page = toPage(this.cursors, list, first, rows, (each) => [each.item_id, ''], memberShape);
    return { ...page, reportUuid: row.id, filter };
  }

  @ResolveField(() => [shapes.ReportSection], {
    description: 'What modules say about the week: frozen once it is published, as it is now before.',
  })
  async sections(@Parent() { row }: shapes.WeeklyReportType): Promise<shapes.ReportSection[]> {
    const document = documentOf(row);
    const { zone } = document ?? (await this.running());
    return (document?.sections ?? (await this.weeklySections.of(wholeWeek(zone, row.week)))).map(
      sectionShape,
    );
  }

  @ResolveField(() => shapes.WeeklyReportAbilities)
  abilities(
    @Parent() { row }: shapes.WeeklyReportType,
    @Acting() actor: Actor,
  ): shapes.WeeklyReportAbilities {
    return reportAbilities(actor, row);
  }

  @Mutation(() => shapes.DraftReportPayload, {
    description: 'For weeks that the calendar did not draft. For leads and administrators.',
  })
  async draftReport(
    @Args('input') { week }: shapes.DraftReportInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.DraftReportPayload> {
    return this.payload(context, await this.service.draft(context.actor, parseWeek(week)));
  }

  @Mutation(() => shapes.EditReportPayload, { description: 'For leads and administrators; a draft only.' })
  async editReport(
    @Args('input') input: shapes.EditReportInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.EditReportPayload> {
    const edit = {
      headline: input.headline,
      comments: input.comments.map(({ category, text }) => ({ category: category ?? null, text })),
      quotes: input.quoteIds.map((id) => localId('vocitem', id)),
    };
    const id = localId('report', input.reportId);
    return this.payload(context, await this.service.edit(context.actor, id, input.version, edit));
  }

  @Mutation(() => shapes.PublishReportPayload, {
    description: 'Freezes the figures for good and mails the report. For leads and administrators.',
  })
  async publishReport(
    @Args('input') input: shapes.PublishReportInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.PublishReportPayload> {
    const id = localId('report', input.reportId);
    return this.payload(context, await this.service.publish(context.actor, id, input.version));
  }

  /** Read once for the figures and the list, so that they cannot differ. */
  private async since(context: GraphqlContext, row: ReportRow) {
    const since = await context.load(
      'reportSince',
      row.id,
      async () => new Map([[row.id, await this.reads.since(context.actor, row)]]),
    );
    return found(since);
  }

  private async running(): Promise<{ week: string; zone: string }> {
    const { zone } = await this.reads.firstWeek();
    return { zone, week: weekOf(zone, this.clock.now()) };
  }

  private async load(context: GraphqlContext, id: string): Promise<shapes.WeeklyReportType> {
    const row = await context.load('report', id, async (ids) =>
      byKey(await this.reads.byIds(context.actor, ids), (each) => each.id),
    );
    return reportShape(found(row));
  }

  private async payload(context: GraphqlContext, id: string): Promise<{ report: shapes.WeeklyReportType }> {
    return { report: await this.load(context, id) };
  }
}

@Resolver(() => shapes.ReportQuote)
export class ReportQuoteResolver {
  constructor(@Inject(ItemsReads) private readonly items: ItemsReads) {}

  @ResolveField(() => VocItemType, { nullable: true, description: 'Null once it is gone.' })
  item(@Parent() { itemUuid }: shapes.ReportQuote, @Ctx() context: GraphqlContext) {
    return loadItem(context, this.items, itemUuid);
  }
}

@Resolver(() => shapes.ReportDifference)
export class ReportDifferenceResolver {
  constructor(@Inject(ItemsReads) private readonly items: ItemsReads) {}

  @ResolveField(() => VocItemType, { nullable: true, description: 'As it is now; null once it is gone.' })
  item(@Parent() { itemUuid }: shapes.ReportDifference, @Ctx() context: GraphqlContext) {
    return loadItem(context, this.items, itemUuid);
  }
}

@Resolver(() => shapes.ReportItem)
export class ReportItemResolver {
  constructor(@Inject(ItemsReads) private readonly items: ItemsReads) {}

  @ResolveField(() => VocItemType, { nullable: true, description: 'As it is now; null once it is gone.' })
  item(@Parent() { itemUuid }: shapes.ReportItem, @Ctx() context: GraphqlContext) {
    return loadItem(context, this.items, itemUuid);
  }
}

@Resolver(() => shapes.ReportItemConnection)
export class ReportItemConnectionResolver {
  constructor(@Inject(ReportsReads) private readonly reads: ReportsReads) {}

  @ResolveField(() => Int)
  totalCount(
    @Parent() { reportUuid, filter }: shapes.ReportItemConnection,
    @Acting() actor: Actor,
  ): Promise<number> {
    return this.reads.memberCount(actor, reportUuid, filter);
  }
}

/** What a notification about a report leads to. */
@Resolver(() => NotificationType)
export class NotificationReportResolver {
  constructor(@Inject(ReportsReads) private readonly reads: ReportsReads) {}

  @ResolveField(() => shapes.WeeklyReportType, {
    nullable: true,
    description: 'Null: it is about something else.',
  })
  async report(
    @Parent() { subjectType, subjectUuid }: NotificationType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.WeeklyReportType | null> {
    if (subjectType !== 'report' || !canReadReports(context.actor)) return null;
    const row = await context.load('report', subjectUuid, async (ids) =>
      byKey(await this.reads.byIds(context.actor, ids), (each) => each.id),
    );
    return row && reportShape(row);
  }
}
