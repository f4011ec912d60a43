// Notifications in GraphQL.
import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/actor.js';
import {
  Acting,
  Ctx,
  Cursors,
  type GraphqlContext,
  globalId,
  localId,
  toPage,
} from '../platform/graphql/index.js';
import { IdentityReads, PersonType, loadPersonOrNull } from '../identity/index.js';
import { KINDS } from './kinds.js';
import { MailOff } from './mail-off.controller.js';
import * as shapes from './notifications.graphql.js';
import { kindsOf } from './notifications.policy.js';
import { type NotificationRow, NotificationsReads } from './notifications.reads.js';
import { NotificationsService } from './notifications.service.js';

const shape = (row: NotificationRow): shapes.NotificationType => ({
  id: globalId('notification', row.id),
  kind: row.kind,
  at: row.at,
  count: row.count,
  read: row.read_at !== null,
  subjectType: row.subject_type,
  subjectUuid: row.subject_id,
  causeUuid: row.cause_id,
  actorUuid: row.actor_id,
});

@Resolver(() => shapes.NotificationType)
export class NotificationsResolver {
  constructor(
    @Inject(NotificationsService) private readonly service: NotificationsService,
    @Inject(NotificationsReads) private readonly reads: NotificationsReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(MailOff) private readonly mailOff: MailOff,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  @Query(() => shapes.NotificationConnection, { description: 'The viewer’s own, newest first.' })
  async notifications(
    @Args() { first, after, unread }: shapes.NotificationsArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.NotificationConnection> {
    kindsOf(actor);
    const list = { name: 'notifications', filter: unread };
    const [at, id] = after ? this.cursors.decode(list, after) : [];
    const rows = await this.reads.list(
      actor,
      first,
      after ? { at: String(at), id: String(id) } : null,
      unread,
    );
    return toPage(this.cursors, list, first, rows, (row) => [row.at.toISOString(), row.id], shape);
  }

  @Query(() => Int, { description: 'How many lines of the viewer’s notifications are not read yet.' })
  unreadNotifications(@Acting() actor: Actor): Promise<number> {
    kindsOf(actor);
    return this.reads.unread(actor);
  }

  @Query(() => [shapes.NotificationSetting], { description: 'Every kind the viewer can be told of.' })
  async notificationSettings(@Acting() actor: Actor): Promise<shapes.NotificationSetting[]> {
    const kinds = kindsOf(actor);
    const chosen = new Map((await this.reads.settings(actor)).map((row) => [row.kind, row]));
    return kinds.map((kind) => {
      const row = chosen.get(kind);
      return { kind, inApp: row?.in_app ?? KINDS[kind].inApp, mail: row?.mail ?? KINDS[kind].mail };
    });
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who did it last.' })
  actor(
    @Parent() notification: shapes.NotificationType,
    @Ctx() context: GraphqlContext,
  ): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, notification.actorUuid);
  }

  @Mutation(() => shapes.MarkNotificationsReadPayload)
  async markNotificationsRead(
    @Args('input') { ids }: shapes.MarkNotificationsReadInput,
    @Acting() actor: Actor,
  ): Promise<shapes.MarkNotificationsReadPayload> {
    await this.service.markRead(actor, ids ? ids.map((id) => localId('notification', id)) : null);
    return { unread: await this.reads.unread(actor) };
  }

  @Mutation(() => shapes.ChooseNotificationPayload, {
    description: 'By which roads the viewer wants to hear of a kind.',
  })
  async chooseNotification(
    @Args('input') { kind, inApp, mail }: shapes.ChooseNotificationInput,
    @Acting() actor: Actor,
  ): Promise<shapes.ChooseNotificationPayload> {
    await this.service.choose(actor, kind, { inApp, mail });
    return { settings: await this.notificationSettings(actor) };
  }

  @Mutation(() => shapes.SwitchMailsPayload, {
    description:
      'From the link in a mail; nobody need be signed in. Mails that somebody asked for still come.',
  })
  async switchMails(
    @Args('input') { token, on }: shapes.SwitchMailsInput,
  ): Promise<shapes.SwitchMailsPayload> {
    await this.mailOff.switch(token, on);
    return { on };
  }
}
