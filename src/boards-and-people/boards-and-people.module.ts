// Wiring of what stands between boards and people.
import { Module } from '@nestjs/common';
import { BoardDoor, type BoardKeys } from '../community/index.js';
import { IdentityModule } from '../identity/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { SpacesModule } from '../spaces/index.js';
import { Door } from './door.js';
import { FollowersResolver, NotificationBoardResolver } from './followers.resolver.js';
import { FollowersService } from './followers.service.js';
import { BOARD_KEYS } from './keys.js';
import { NamedPeople } from './named-people.js';

/** What adds to the GraphQL schema. */
export const BOARD_PEOPLE_RESOLVERS = [FollowersResolver, NotificationBoardResolver];

/** What the boards need before they can be there. */
@Module({})
export class BoardDoorModule {
  static with(keys: () => BoardKeys) {
    return {
      module: BoardDoorModule,
      providers: [
        { provide: BOARD_KEYS, useValue: keys },
        { provide: BoardDoor, useClass: Door },
      ],
      exports: [BoardDoor],
    };
  }
}

/** What needs boards that are there. */
@Module({})
export class BoardPeopleModule {
  static with(keys: () => BoardKeys, door: object) {
    return {
      module: BoardPeopleModule,
      imports: [IdentityModule, NotificationsModule, SpacesModule, door as never],
      providers: [
        { provide: BOARD_KEYS, useValue: keys },
        NamedPeople,
        FollowersService,
        ...BOARD_PEOPLE_RESOLVERS,
      ],
    };
  }
}
