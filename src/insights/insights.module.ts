// Wiring of insights.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { SessionsModule } from '../training/index.js';
import { AdoptionReads } from './adoption.reads.js';
import { AdoptionConnectionResolver, AdoptionResolver } from './adoption.resolver.js';

/** What adds to the GraphQL schema. */
export const INSIGHTS_RESOLVERS = [AdoptionResolver, AdoptionConnectionResolver];

@Module({
  imports: [IdentityModule, SessionsModule],
  providers: [AdoptionReads, ...INSIGHTS_RESOLVERS],
})
export class InsightsModule {}
