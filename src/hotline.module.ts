// The whole product as one Nest module.
import { type DynamicModule, Module } from '@nestjs/common';
import { BOARD_PEOPLE_RESOLVERS, BoardDoorModule, BoardPeopleModule } from './boards-and-people/index.js';
import { CHANNELS_RESOLVERS, ChannelsModule } from './channels/index.js';
import { type BoardKeys, COMMUNITY_RESOLVERS, CommunityModule, readBoardKeys } from './community/index.js';
import type { HotlineOptions } from './hotline.options.js';
import { Company, IDENTITY_RESOLVERS, IdentityModule, Person } from './identity/index.js';
import { INSIGHTS_RESOLVERS, InsightsModule } from './insights/index.js';
import { NOTIFICATIONS_RESOLVERS, NotificationsModule } from './notifications/index.js';
import { NodeResolver } from './platform/graphql/index.js';
import { GraphqlServerModule } from './platform/graphql/graphql.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { SPACES_RESOLVERS, Space, SpacesModule } from './spaces/index.js';
import { Message, Note, THREADS_RESOLVERS, Thread, ThreadsModule } from './threads/index.js';
import {
  CertificatesModule,
  Course,
  CourseVersion,
  CoursesModule,
  MissionsModule,
  QuietModule,
  SessionsModule,
  TRAINING_RESOLVERS,
  TrainingSession,
} from './training/index.js';
import {
  ClassificationModule,
  ItemsModule,
  Need,
  NeedsModule,
  PlanningItem,
  PlanningModule,
  Report,
  ReportsModule,
  QualityModule,
  VOC_RESOLVERS,
  VocItem,
  WeeklyModule,
} from './voc/index.js';

/** Everything that adds to the GraphQL schema, for the schema's own command. */
export const RESOLVERS = [
  NodeResolver,
  ...IDENTITY_RESOLVERS,
  ...NOTIFICATIONS_RESOLVERS,
  ...SPACES_RESOLVERS,
  ...THREADS_RESOLVERS,
  ...TRAINING_RESOLVERS,
  ...COMMUNITY_RESOLVERS,
  ...BOARD_PEOPLE_RESOLVERS,
  ...CHANNELS_RESOLVERS,
  ...VOC_RESOLVERS,
  ...INSIGHTS_RESOLVERS,
];

export const ENTITIES = [
  Company,
  Person,
  Space,
  Thread,
  Message,
  Note,
  Course,
  CourseVersion,
  TrainingSession,
  VocItem,
  Need,
  Report,
  PlanningItem,
];

@Module({})
export class HotlineModule {
  static forRoot(options: HotlineOptions): DynamicModule {
    const { config, databaseUrl, boardsUrl = databaseUrl } = options;
    let keys: BoardKeys | null = null;
    const boards = {
      url: boardsUrl,
      keys: () => (keys ??= readBoardKeys(config.boardKeyFile)),
      ownCluster: options.boardsApart ?? false,
      labelFrom: config.boardLabelFrom,
    };
    const door = BoardDoorModule.with(boards.keys);
    return {
      module: HotlineModule,
      imports: [
        PlatformModule.with({ ...options, entities: ENTITIES }),
        IdentityModule,
        NotificationsModule,
        SpacesModule,
        ThreadsModule,
        CoursesModule,
        SessionsModule,
        MissionsModule,
        QuietModule,
        CommunityModule.with(boards, door),
        BoardPeopleModule.with(boards.keys, door),
        CertificatesModule,
        ChannelsModule,
        ClassificationModule,
        ItemsModule,
        QualityModule,
        NeedsModule,
        WeeklyModule,
        ReportsModule,
        PlanningModule,
        InsightsModule,
        GraphqlServerModule.with(SpacesModule),
      ],
    };
  }
}
