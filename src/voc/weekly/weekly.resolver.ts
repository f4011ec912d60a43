// The weekly figures in GraphQL.
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor } from '../../platform/actor.js';
import { Acting, Ctx, type GraphqlContext } from '../../platform/graphql/index.js';
import { addWeeks, parseWeek, weekName } from '../../platform/week.js';
import { CompanyType, IdentityReads, type Tier, loadCompany } from '../../identity/index.js';
import { ItemsReads, areaShape } from '../items/index.js';
import { weekAsCsv } from './table.js';
import * as shapes from './weekly.graphql.js';
import { type Week, WeeklyService } from './weekly.service.js';

@Resolver(() => shapes.WeeklyVoc)
export class WeeklyResolver {
  constructor(
    @Inject(WeeklyService) private readonly weekly: WeeklyService,
    @Inject(ItemsReads) private readonly items: ItemsReads,
  ) {}

  @Query(() => shapes.WeeklyVoc, { description: 'Staff only. A week without items has zeros.' })
  async weeklyVoc(@Args() { week }: shapes.WeeklyVocArgs, @Acting() actor: Actor): Promise<shapes.WeeklyVoc> {
    const found = await this.weekly.week(actor, week ? parseWeek(week) : null);
    const areas = new Map((await this.items.areas(actor)).map((row) => [row.id, areaShape(row)]));
    return {
      ...shape(found),
      areas: found.rows.areas.map(({ area, n }) => ({
        productArea: area ? (areas.get(area) ?? null) : null,
        count: n,
      })),
    };
  }

  @Query(() => String, { description: 'The same figures as CSV (UTF-8 with a byte order mark). Staff only.' })
  async weeklyVocCsv(@Args() { week }: shapes.WeeklyVocArgs, @Acting() actor: Actor): Promise<string> {
    return weekAsCsv(await this.weekly.week(actor, week ? parseWeek(week) : null));
  }
}

@Resolver(() => shapes.CompanyFigure)
export class CompanyFigureResolver {
  constructor(@Inject(IdentityReads) private readonly identity: IdentityReads) {}

  @ResolveField(() => CompanyType)
  company(@Parent() figure: shapes.CompanyFigure, @Ctx() context: GraphqlContext): Promise<CompanyType> {
    return loadCompany(context, this.identity, figure.companyUuid);
  }
}

function shape(week: Week): shapes.WeeklyVoc {
  const { firstWeek } = week.rows;
  return {
    week: weekName(week.week),
    from: week.from,
    to: week.to,
    complete: week.complete,
    total: week.total,
    previousTotal: week.previousTotal,
    categories: week.categories,
    trend: week.trend.map(({ week: monday, total, counts }) => ({
      week: weekName(monday),
      total,
      usage: counts.USAGE,
      defect: counts.DEFECT,
      improvement: counts.IMPROVEMENT,
      feature: counts.FEATURE,
      account: counts.ACCOUNT,
    })),
    channels: week.rows.channels.map(({ channel, n }) => ({ channel, count: n })),
    tiers: week.rows.tiers.map(({ tier, n }) => ({ tier: tier as Tier, count: n })),
    areas: [],
    companies: week.rows.companies.map(({ company, n }) => ({ companyUuid: company, count: n })),
    firstWeek: firstWeek ? weekName(firstWeek) : null,
    previousWeek: firstWeek && firstWeek < week.week ? weekName(addWeeks(week.week, -1)) : null,
    nextWeek: week.complete ? weekName(addWeeks(week.week, 1)) : null,
    alarms: week.rows.alarms,
  };
}
