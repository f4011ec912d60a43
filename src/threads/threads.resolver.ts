// Threads in GraphQL: one line between a field and its read or command.
import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, answers, isStaff } from '../platform/actor.js';
import { denied, must } from '../platform/errors.js';
import {
  Acting,
  Ctx,
  Cursors,
  type GraphqlContext,
  Nodes,
  PageArgs,
  globalId,
  groupBy,
  localId,
  localIdOrNull,
  toPage,
} from '../platform/graphql/index.js';
import { IdentityReads, PersonType, loadPerson, loadPersonOrNull } from '../identity/index.js';
import { SpaceType, SpacesReads, loadSpace } from '../spaces/index.js';
import { DeskService } from './desk.service.js';
import { TimelineConnection } from './entries.graphql.js';
import * as shapes from './threads.graphql.js';
import { canWorkOn, threadAbilities } from './threads.policy.js';
import { type Priority, type ThreadFilter, ThreadsReads } from './threads.reads.js';
import { ThreadsService } from './threads.service.js';
import { entryShape, loadThread, threadShape, uploadIds } from './threads.shapes.js';

@Resolver(() => shapes.ThreadType)
export class ThreadsResolver {
  constructor(
    @Inject(ThreadsService) private readonly service: ThreadsService,
    @Inject(DeskService) private readonly desk: DeskService,
    @Inject(ThreadsReads) private readonly reads: ThreadsReads,
    @Inject(SpacesReads) private readonly spaces: SpacesReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Cursors) private readonly cursors: Cursors,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('thread', 'Thread', (context, id) => loadThread(context, this.reads, id));
  }

  @Query(() => shapes.ThreadType, { description: 'NOT_FOUND for a thread that the viewer cannot see.' })
  thread(
    @Args('id', { type: () => ID }) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ThreadType> {
    return loadThread(context, this.reads, localId('thread', id));
  }

  @Query(() => shapes.ThreadType, {
    nullable: true,
    description: 'By the number that people say on the phone.',
  })
  async threadByNumber(
    @Args('number', { type: () => Int }) number: number,
    @Acting() actor: Actor,
  ): Promise<shapes.ThreadType | null> {
    const row = await this.reads.byNumber(actor, number);
    return row ? threadShape(row) : null;
  }

  @Query(() => shapes.ThreadConnection, {
    description: 'The inbox of staff; for contacts, the threads of their space.',
  })
  async threads(@Args() args: shapes.ThreadsArgs, @Acting() actor: Actor): Promise<shapes.ThreadConnection> {
    if (args.tagId && !answers(actor)) throw denied('STAFF_ONLY', 'Only staff see tags.');
    const { first, after, queue, order } = args;
    const filter: ThreadFilter = {
      queue,
      order,
      spaceId: localIdOrNull('space', args.spaceId),
      assigneeId: localIdOrNull('person', args.assigneeId),
      tagId: localIdOrNull('tag', args.tagId),
      unassigned: args.unassigned,
      threadIds: args.threadIds?.map((each) => localId('thread', each)) ?? null,
      search: args.search?.trim() || null,
    };
    const list = { name: 'threads', filter };
    const [at, id] = after ? this.cursors.decode(list, after) : [];
    const rows = await this.reads.list(
      actor,
      filter,
      first,
      after ? { at: String(at), id: String(id) } : null,
    );
    const position = (
      order === 'LONGEST_WAITING' ? 'unanswered_since' : 'last_message_at'
    ) as 'last_message_at';
    return toPage(
      this.cursors,
      list,
      first,
      rows,
      (row) => [row[position].toISOString(), row.id],
      threadShape,
    );
  }

  @Query(() => shapes.QueueCounts, { description: 'For the badges of the inbox.' })
  async queueCounts(@Acting() actor: Actor): Promise<shapes.QueueCounts> {
    must(isStaff(actor), 'STAFF_ONLY', 'Only staff have an inbox.');
    const { waiting_for_us, ...counts } = await this.reads.counts(actor);
    return { ...counts, waitingForUs: waiting_for_us };
  }

  @Query(() => [shapes.TagType], { description: 'The managed list of tags. Staff who answer only.' })
  async tags(@Acting() actor: Actor): Promise<shapes.TagType[]> {
    must(canWorkOn(actor), 'STAFF_ONLY', 'Only staff see tags.');
    return (await this.reads.tags(actor)).map(({ id, name }) => ({ id: globalId('tag', id), name }));
  }

  @ResolveField(() => SpaceType)
  space(@Parent() thread: shapes.ThreadType, @Ctx() context: GraphqlContext): Promise<SpaceType> {
    return loadSpace(context, this.spaces, thread.spaceUuid);
  }

  @ResolveField(() => PersonType)
  openedBy(@Parent() thread: shapes.ThreadType, @Ctx() context: GraphqlContext): Promise<PersonType> {
    return loadPerson(context, this.identity, thread.openedByUuid);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who of the staff takes care.' })
  assignee(@Parent() thread: shapes.ThreadType, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, thread.assigneeUuid);
  }

  @ResolveField(() => shapes.ThreadType, {
    nullable: true,
    description: 'The closed thread that this one takes up again.',
  })
  follows(
    @Parent() thread: shapes.ThreadType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ThreadType> | null {
    return thread.followsUuid ? loadThread(context, this.reads, thread.followsUuid) : null;
  }

  @ResolveField(() => shapes.ThreadType, {
    nullable: true,
    description: 'The thread in which this closed one goes on.',
  })
  followedBy(
    @Parent() thread: shapes.ThreadType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ThreadType> | null {
    return thread.followedByUuid ? loadThread(context, this.reads, thread.followedByUuid) : null;
  }

  @ResolveField(() => shapes.ThreadAbilities)
  abilities(@Parent() thread: shapes.ThreadType, @Acting() actor: Actor): shapes.ThreadAbilities {
    return threadAbilities(actor, { spaceId: thread.spaceUuid, state: thread.state });
  }

  @ResolveField(() => shapes.PriorityEnum, { nullable: true, description: 'Staff who answer only.' })
  priority(@Parent() thread: shapes.ThreadType, @Acting() actor: Actor): Priority | null {
    must(canWorkOn(actor), 'STAFF_ONLY', 'Only staff see the priority.');
    return thread.shownPriority;
  }

  @ResolveField('tags', () => [shapes.TagType], { nullable: true, description: 'Staff who answer only.' })
  async threadTags(
    @Parent() thread: shapes.ThreadType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.TagType[]> {
    must(canWorkOn(context.actor), 'STAFF_ONLY', 'Only staff see tags.');
    const rows = await context.load('tags', thread.uuid, async (ids) =>
      groupBy(await this.reads.tagsOf(context.actor, ids), (row) => row.thread_id),
    );
    return (rows ?? []).map(({ id, name }) => ({ id: globalId('tag', id), name }));
  }

  @ResolveField(() => TimelineConnection, {
    description: 'Messages, changes and, for staff, notes: newest first.',
  })
  async timeline(
    @Parent() thread: shapes.ThreadType,
    @Args() { first, after }: PageArgs,
    @Acting() actor: Actor,
  ): Promise<TimelineConnection> {
    const list = { name: 'timeline', filter: thread.uuid };
    const [at, id] = after ? this.cursors.decode(list, after) : [];
    const rows = await this.reads.timeline(
      actor,
      thread.uuid,
      first,
      after ? { at: String(at), id: String(id) } : null,
    );
    return toPage(this.cursors, list, first, rows, (row) => [row.at.toISOString(), row.id], entryShape);
  }

  @Mutation(() => shapes.OpenThreadPayload, { description: 'Opens a thread with its first message.' })
  async openThread(
    @Args('input') input: shapes.OpenThreadInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.OpenThreadPayload> {
    const { spaceId, idempotencyKey: key, title, body, attachmentIds } = input;
    const id = await this.service.open(context.actor, {
      spaceId: localId('space', spaceId),
      title: title ?? null,
      body,
      attachmentIds: uploadIds(attachmentIds),
      key,
    });
    return { thread: await loadThread(context, this.reads, id) };
  }

  @Mutation(() => shapes.ResolveThreadPayload, {
    description: 'By either side; a resolved thread stays as it is.',
  })
  async resolveThread(
    @Args('input') { threadId }: shapes.ResolveThreadInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ResolveThreadPayload> {
    return this.withThread(context, await this.service.resolve(context.actor, localId('thread', threadId)));
  }

  @Mutation(() => shapes.ReopenThreadPayload, {
    description: 'CONFLICT once closed: then write, and a new thread follows.',
  })
  async reopenThread(
    @Args('input') { threadId }: shapes.ReopenThreadInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ReopenThreadPayload> {
    return this.withThread(context, await this.service.reopen(context.actor, localId('thread', threadId)));
  }

  @Mutation(() => shapes.RenameThreadPayload)
  async renameThread(
    @Args('input') { threadId, version, title }: shapes.RenameThreadInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.RenameThreadPayload> {
    return this.withThread(
      context,
      await this.service.rename(context.actor, localId('thread', threadId), version, title ?? null),
    );
  }

  @Mutation(() => shapes.AssignThreadPayload)
  async assignThread(
    @Args('input') { threadId, assigneeId }: shapes.AssignThreadInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.AssignThreadPayload> {
    const assignee = localIdOrNull('person', assigneeId);
    return this.withThread(
      context,
      await this.service.assign(context.actor, localId('thread', threadId), assignee),
    );
  }

  @Mutation(() => shapes.SetThreadPriorityPayload)
  async setThreadPriority(
    @Args('input') input: shapes.SetThreadPriorityInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.SetThreadPriorityPayload> {
    return this.withThread(
      context,
      await this.desk.setPriority(context.actor, localId('thread', input.threadId), input.priority),
    );
  }

  @Mutation(() => shapes.SetThreadTagsPayload)
  async setThreadTags(
    @Args('input') { threadId, tagIds }: shapes.SetThreadTagsInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.SetThreadTagsPayload> {
    const ids = tagIds.map((id) => localId('tag', id));
    return this.withThread(context, await this.desk.setTags(context.actor, localId('thread', threadId), ids));
  }

  @Mutation(() => shapes.MarkThreadReadPayload, {
    description: 'Moves the viewer’s own mark forward, on all their devices.',
  })
  async markThreadRead(
    @Args('input') { threadId, seq }: shapes.MarkThreadReadInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.MarkThreadReadPayload> {
    return this.withThread(
      context,
      await this.service.markRead(context.actor, localId('thread', threadId), seq),
    );
  }

  @Mutation(() => shapes.CreateTagPayload, {
    description: 'A name that is there already gives the same tag.',
  })
  async createTag(
    @Args('input') { name }: shapes.CreateTagInput,
    @Acting() actor: Actor,
  ): Promise<shapes.CreateTagPayload> {
    return { tag: { id: globalId('tag', await this.desk.createTag(actor, name)), name } };
  }

  private async withThread(context: GraphqlContext, id: string): Promise<{ thread: shapes.ThreadType }> {
    return { thread: await loadThread(context, this.reads, id) };
  }
}
