// The second look and the agreement of coders in GraphQL.
import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import {
  Acting,
  Ctx,
  Cursors,
  type GraphqlContext,
  globalId,
  localId,
  localIdOrNull,
  toPage,
} from '../../platform/graphql/index.js';
import { parseWeek, weekName } from '../../platform/week.js';
import { IdentityReads, PersonType, loadPerson, loadPersonOrNull } from '../../identity/index.js';
import { ItemsReads, VocItemType, loadItem } from '../items/index.js';
import * as shapes from './quality.graphql.js';
import { canLookTwice, canReadCoders, canSetSample } from './quality.policy.js';
import { QualityReads, type SampleRow, type TaskRow } from './quality.reads.js';
import { QualityService } from './quality.service.js';

type Weeks = { week?: string | null; toWeek?: string | null };

const taskShape = ({ id, occurred_at, ...task }: TaskRow): shapes.SecondLookTask => ({
  ...task,
  id: globalId('secondlook', id),
  occurredAt: occurred_at,
});

const queueShape = (queue: { waiting: number; tasks: TaskRow[] }): shapes.SecondLookQueue => ({
  waiting: queue.waiting,
  tasks: queue.tasks.map(taskShape),
});

const sampleShape = (actor: Actor, row: SampleRow): shapes.SecondLookSample => ({
  percent: row.percent,
  changedAt: row.changed_at,
  changedByUuid: row.changed_by,
  abilities: {
    change: canSetSample(actor),
    readCoders: canReadCoders(actor),
    look: canLookTwice(actor),
  },
});

const mondays = ({ week, toWeek }: Weeks) => {
  const from = week ? parseWeek(week) : null;
  return { fromWeek: from, toWeek: toWeek ? parseWeek(toWeek) : from };
};

const after = (position: (string | number | null)[] | null): [string, string] | null =>
  position ? [String(position[0]), String(position[1])] : null;

const named = <Row extends { week: string }>(row: Row): Row => ({ ...row, week: weekName(row.week) });

@Resolver(() => shapes.SecondLookSample)
export class QualityResolver {
  constructor(
    @Inject(QualityService) private readonly service: QualityService,
    @Inject(QualityReads) private readonly reads: QualityReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  @Query(() => shapes.SecondLookQueue, { description: 'Blind. Staff who answer only.' })
  async secondLook(@Acting() actor: Actor): Promise<shapes.SecondLookQueue> {
    return queueShape(await this.service.queue(actor));
  }

  @Query(() => shapes.SecondLookSample, { description: 'Staff only.' })
  async secondLookSample(@Acting() actor: Actor): Promise<shapes.SecondLookSample> {
    return sampleShape(actor, await this.reads.sample(actor));
  }

  @Query(() => shapes.CategoryAgreement, { description: 'Staff only.' })
  async categoryAgreement(
    @Args() { toWeek }: shapes.AgreementArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.CategoryAgreement> {
    const { from, to, weeks, ...all } = await this.service.agreement(
      actor,
      toWeek ? parseWeek(toWeek) : null,
    );
    return { fromWeek: weekName(from), toWeek: weekName(to), weeks: weeks.map(named), ...all };
  }

  @Query(() => [shapes.CoderQuality], {
    description:
      'Everybody who decided on an item of the last twelve weeks, the busiest first. Leads and administrators only.',
  })
  async coderQuality(
    @Args() { toWeek }: shapes.AgreementArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.CoderQuality[]> {
    const { coders } = await this.service.coders(actor, toWeek ? parseWeek(toWeek) : null);
    return coders.map(({ coderId, total, weeks }) => ({
      coderUuid: coderId,
      total,
      weeks: weeks.map(named),
    }));
  }

  @Query(() => shapes.SecondCodingConnection, {
    description:
      'Items that were coded twice, newest first: exactly those that an agreement of the same weeks counts. Leads and administrators only.',
  })
  async secondCodings(
    @Args() args: shapes.SecondCodingsArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.SecondCodingConnection> {
    const filter = {
      ...mondays(args),
      coderId: localIdOrNull('person', args.coderId),
      first: args.firstCategory ?? null,
      second: args.category ?? null,
      agreed: args.agreed ?? null,
      settled: args.settled ?? null,
    };
    const list = { name: 'secondCodings', filter };
    const position = args.after ? this.cursors.decode(list, args.after) : null;
    const rows = await this.reads.secondCodings(actor, filter, args.first, after(position));
    const page = toPage(
      this.cursors,
      list,
      args.first,
      rows,
      (row) => [row.at.toISOString(), row.item_id],
      (row): shapes.SecondCoding => ({
        at: row.at,
        firstCategory: row.first_category,
        category: row.category,
        agreed: row.category === row.first_category,
        settled: row.settled,
        itemUuid: row.item_id,
        coderUuid: row.coder_id,
        firstCoderUuid: row.first_coder_id,
      }),
    );
    return { ...page, filter };
  }

  @Query(() => shapes.CodingConnection, {
    description: 'Who decided what on which item, newest first. Leads and administrators only.',
  })
  async codings(@Args() args: shapes.CodingsArgs, @Acting() actor: Actor): Promise<shapes.CodingConnection> {
    const filter = {
      ...mondays(args),
      coderId: localIdOrNull('person', args.coderId),
      kind: args.kind ?? null,
      from: args.from ?? null,
      to: args.to ?? null,
    };
    const list = { name: 'codings', filter };
    const position = args.after ? this.cursors.decode(list, args.after) : null;
    const rows = await this.reads.codings(actor, filter, args.first, after(position));
    const page = toPage(
      this.cursors,
      list,
      args.first,
      rows,
      (row) => [row.at.toISOString(), row.id],
      (row): shapes.Coding => ({
        at: row.at,
        kind: row.kind,
        from: row.from_value,
        to: row.to_value,
        itemUuid: row.item_id,
        coderUuid: row.actor_id,
      }),
    );
    return { ...page, filter };
  }

  @ResolveField(() => PersonType, { nullable: true })
  changedBy(
    @Parent() sample: shapes.SecondLookSample,
    @Ctx() context: GraphqlContext,
  ): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, sample.changedByUuid);
  }

  @Mutation(() => shapes.CodeSecondLookPayload, {
    description:
      'Keeps your category beside the first one; the item stays as it is. Within five minutes you may say it anew. Staff who answer only.',
  })
  async codeSecondLook(
    @Args('input') { taskId, category }: shapes.CodeSecondLookInput,
    @Acting() actor: Actor,
  ): Promise<shapes.CodeSecondLookPayload> {
    await this.service.code(actor, localId('secondlook', taskId), category);
    return { queue: queueShape(await this.service.queue(actor)) };
  }

  @Mutation(() => shapes.SetSecondLookSamplePayload, { description: 'Leads and administrators only.' })
  async setSecondLookSample(
    @Args('input') { percent }: shapes.SetSecondLookSampleInput,
    @Acting() actor: Actor,
  ): Promise<shapes.SetSecondLookSamplePayload> {
    await this.service.setSample(actor, percent);
    return { sample: sampleShape(actor, await this.reads.sample(actor)) };
  }
}

@Resolver(() => shapes.CoderQuality)
export class CoderQualityResolver {
  constructor(@Inject(IdentityReads) private readonly identity: IdentityReads) {}

  @ResolveField(() => PersonType)
  coder(@Parent() quality: shapes.CoderQuality, @Ctx() context: GraphqlContext): Promise<PersonType> {
    return loadPerson(context, this.identity, quality.coderUuid);
  }
}

@Resolver(() => shapes.SecondCoding)
export class SecondCodingResolver {
  constructor(
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(ItemsReads) private readonly items: ItemsReads,
  ) {}

  @ResolveField(() => VocItemType)
  item(@Parent() coding: shapes.SecondCoding, @Ctx() context: GraphqlContext): Promise<VocItemType> {
    return loadItem(context, this.items, coding.itemUuid);
  }

  @ResolveField(() => PersonType)
  coder(@Parent() coding: shapes.SecondCoding, @Ctx() context: GraphqlContext): Promise<PersonType> {
    return loadPerson(context, this.identity, coding.coderUuid);
  }

  @ResolveField(() => PersonType)
  firstCoder(@Parent() coding: shapes.SecondCoding, @Ctx() context: GraphqlContext): Promise<PersonType> {
    return loadPerson(context, this.identity, coding.firstCoderUuid);
  }
}

@Resolver(() => shapes.Coding)
export class CodingResolver {
  constructor(
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(ItemsReads) private readonly items: ItemsReads,
  ) {}

  @ResolveField(() => VocItemType)
  item(@Parent() coding: shapes.Coding, @Ctx() context: GraphqlContext): Promise<VocItemType> {
    return loadItem(context, this.items, coding.itemUuid);
  }

  @ResolveField(() => PersonType, { nullable: true })
  coder(@Parent() coding: shapes.Coding, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, coding.coderUuid);
  }
}

@Resolver(() => shapes.SecondCodingConnection)
export class SecondCodingConnectionResolver {
  constructor(@Inject(QualityReads) private readonly reads: QualityReads) {}

  @ResolveField(() => Int)
  totalCount(@Parent() { filter }: shapes.SecondCodingConnection, @Acting() actor: Actor): Promise<number> {
    return this.reads.countSecondCodings(actor, filter);
  }
}

@Resolver(() => shapes.CodingConnection)
export class CodingConnectionResolver {
  constructor(@Inject(QualityReads) private readonly reads: QualityReads) {}

  @ResolveField(() => Int)
  totalCount(@Parent() { filter }: shapes.CodingConnection, @Acting() actor: Actor): Promise<number> {
    return this.reads.countCodings(actor, filter);
  }
}
