// From the agreement with a language model outside to the items, above all those on which it differs.
import { Inject } from '@nestjs/common';
import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import { Acting, Ctx, Cursors, type GraphqlContext, toPage } from '../../platform/graphql/index.js';
import { parseWeek } from '../../platform/week.js';
import { ItemsReads, VocItemType, loadItem } from '../items/index.js';
import { OutsideCoding, OutsideCodingConnection, OutsideCodingsArgs } from './outside.graphql.js';
import { OutsideReads } from './outside.reads.js';

@Resolver(() => OutsideCoding)
export class OutsideCodingResolver {
  constructor(
    @Inject(OutsideReads) private readonly reads: OutsideReads,
    @Inject(ItemsReads) private readonly items: ItemsReads,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  @Query(() => OutsideCodingConnection, {
    description:
      'Items that people have coded and of which a language model outside has an opinion, newest first: exactly those that an agreement of the same weeks counts. Staff only.',
  })
  async outsideCodings(
    @Args() args: OutsideCodingsArgs,
    @Acting() actor: Actor,
  ): Promise<OutsideCodingConnection> {
    const from = args.week ? parseWeek(args.week) : null;
    const filter = {
      fromWeek: from,
      toWeek: args.toWeek ? parseWeek(args.toWeek) : from,
      opinion: args.opinion ?? null,
      category: args.category ?? null,
      agreed: args.agreed ?? null,
    };
    const list = { name: 'outsideCodings', filter };
    const position = args.after ? this.cursors.decode(list, args.after) : null;
    const after = position ? ([String(position[0]), String(position[1])] as [string, string]) : null;
    const rows = await this.reads.list(actor, filter, args.first, after);
    const page = toPage(
      this.cursors,
      list,
      args.first,
      rows,
      (row) => [row.at.toISOString(), row.item_id],
      ({ at, opinion, category, item_id: itemUuid }): OutsideCoding => ({
        at,
        opinion,
        category,
        agreed: opinion === category,
        itemUuid,
      }),
    );
    return { ...page, filter };
  }

  @ResolveField(() => VocItemType)
  item(@Parent() coding: OutsideCoding, @Ctx() context: GraphqlContext): Promise<VocItemType> {
    return loadItem(context, this.items, coding.itemUuid);
  }
}

@Resolver(() => OutsideCodingConnection)
export class OutsideCodingConnectionResolver {
  constructor(@Inject(OutsideReads) private readonly reads: OutsideReads) {}

  @ResolveField(() => Int)
  totalCount(@Parent() { filter }: OutsideCodingConnection, @Acting() actor: Actor): Promise<number> {
    return this.reads.count(actor, filter);
  }
}
