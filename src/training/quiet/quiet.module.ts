// Wiring of quiet companies.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import { NotificationsModule } from '../../notifications/index.js';
import { SessionsModule } from '../sessions/index.js';
import { QuietReads } from './quiet.reads.js';
import { QuietConnectionResolver, QuietResolver } from './quiet.resolver.js';
import { QuietService } from './quiet.service.js';

/** What adds to the GraphQL schema. */
export const QUIET_RESOLVERS = [QuietResolver, QuietConnectionResolver];

@Module({
  imports: [IdentityModule, NotificationsModule, SessionsModule],
  providers: [QuietReads, QuietService, ...QUIET_RESOLVERS],
})
export class QuietModule {}
