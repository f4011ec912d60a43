// Wiring of the boards. They know nobody: who asks comes in through the door that the host of this module hands over.
import { type DynamicModule, Module } from '@nestjs/common';
import { ArrangingService } from './arranging.service.js';
import { Blending } from './blending.js';
import { BoardHints } from './board-hints.js';
import { BOARDS, BoardsDatabase, type BoardsPlace } from './boards-database.js';
import { BoardsJobs } from './boards.jobs.js';
import { BoardsReads } from './boards.reads.js';
import { BoardsResolver } from './boards.resolver.js';
import { CarryingReads } from './carrying.reads.js';
import { BoardHintsResolver } from './hints.resolver.js';
import { BoardModeratingResolver } from './moderating.resolver.js';
import { ModeratingService } from './moderating.service.js';
import { NamedPosts } from './named-posts.js';
import { PicturesService } from './pictures.service.js';
import { BoardPostResolver, BoardThreadResolver } from './posts.resolver.js';
import { Readable } from './readable.js';
import { BoardWritingResolver } from './writing.resolver.js';
import { WritingService } from './writing.service.js';

/** What adds to the GraphQL schema. */
export const COMMUNITY_RESOLVERS = [
  BoardsResolver,
  BoardThreadResolver,
  BoardPostResolver,
  BoardWritingResolver,
  BoardModeratingResolver,
  BoardHintsResolver,
];

@Module({})
export class CommunityModule {
  /** `door` is a module that exports a BoardDoor. */
  static with(place: BoardsPlace, door: object): DynamicModule {
    return {
      module: CommunityModule,
      imports: [door as never],
      // Made with a door, it has no name by which others could import it.
      global: true,
      exports: [CarryingReads, NamedPosts],
      providers: [
        { provide: BOARDS, useValue: place },
        BoardsDatabase,
        BoardsReads,
        Readable,
        BoardHints,
        Blending,
        WritingService,
        PicturesService,
        ArrangingService,
        ModeratingService,
        CarryingReads,
        NamedPosts,
        BoardsJobs,
        ...COMMUNITY_RESOLVERS,
      ],
    };
  }
}
