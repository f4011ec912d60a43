// How notifications look in GraphQL. What they lead to is added by the modules whose things they are.
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageArgs, connectionOf, wordsEnum } from '../platform/graphql/index.js';
import { NOTIFICATION_KINDS, type NotificationKind } from './kinds.js';

export const NotificationKindEnum = wordsEnum('NotificationKind', NOTIFICATION_KINDS);

@ObjectType('Notification', {
  description: 'What happened to one thing since the viewer last looked at it, however often.',
})
export class NotificationType {
  @Field(() => ID)
  id: string;

  @Field(() => NotificationKindEnum)
  kind: NotificationKind;

  @Field(() => GraphQLISODateTime, { description: 'When it happened last.' })
  at: Date;

  @Field(() => Int, { description: 'How often.' })
  count: number;

  @Field(() => Boolean)
  read: boolean;

  subjectType: string;
  subjectUuid: string;
  causeUuid: string;
  actorUuid: string | null;
}

@ObjectType()
export class NotificationConnection extends connectionOf(NotificationType, 'Notification') {}

@ArgsType()
export class NotificationsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'True: only what is not read yet.' })
  @IsBoolean()
  unread: boolean;
}

@ObjectType({ description: 'By which roads the viewer hears of a kind.' })
export class NotificationSetting {
  @Field(() => NotificationKindEnum)
  kind: NotificationKind;

  @Field(() => Boolean)
  inApp: boolean;

  @Field(() => Boolean, { description: 'A mail when it is still unread after two minutes.' })
  mail: boolean;
}

@InputType({ description: 'What is left out: all.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: 'Up to 100 lines; all that they lead to is read.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  ids?: string[] | null;
}

@ObjectType()
export class MarkNotificationsReadPayload {
  @Field(() => Int, { description: 'Lines still unread.' })
  unread: number;
}

@InputType()
export class ChooseNotificationInput {
  @Field(() => NotificationKindEnum)
  @IsIn(NOTIFICATION_KINDS)
  kind: NotificationKind;

  @Field(() => Boolean)
  @IsBoolean()
  inApp: boolean;

  @Field(() => Boolean)
  @IsBoolean()
  mail: boolean;
}

@ObjectType()
export class ChooseNotificationPayload {
  @Field(() => [NotificationSetting])
  settings: NotificationSetting[];
}

@InputType()
export class SwitchMailsInput {
  @Field(() => String, { description: 'From the link in a mail.' })
  @IsString()
  @MaxLength(100)
  token: string;

  @Field(() => Boolean, { description: 'False: no more mails about news; true: as it was at first.' })
  @IsBoolean()
  on: boolean;
}

@ObjectType()
export class SwitchMailsPayload {
  @Field(() => Boolean, { description: 'Whether mails about news are sent now.' })
  on: boolean;
}
