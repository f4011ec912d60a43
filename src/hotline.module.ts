// The whole product as one Nest module.
import { type DynamicModule, Module } from '@nestjs/common';
import type { HotlineOptions } from './hotline.options.js';
import { Company, IdentityModule, Person } from './identity/index.js';
import { GraphqlServerModule } from './platform/graphql/graphql.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { Space, SpacesModule } from './spaces/index.js';
import { Message, Note, Thread, ThreadsModule } from './threads/index.js';

export const ENTITIES = [Company, Person, Space, Thread, Message, Note];

@Module({})
export class HotlineModule {
  static forRoot(options: HotlineOptions): DynamicModule {
    return {
      module: HotlineModule,
      imports: [
        PlatformModule.with({ ...options, entities: ENTITIES }),
        IdentityModule,
        SpacesModule,
        ThreadsModule,
        GraphqlServerModule.with(SpacesModule),
      ],
    };
  }
}
