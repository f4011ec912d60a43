// Wiring of planning.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import { ThreadsModule } from '../../threads/index.js';
import { PlanningJobs } from './planning.jobs.js';
import { PlanningReads } from './planning.reads.js';
import {
  PlanningDecisionResolver,
  PlanningItemConnectionResolver,
  PlanningResolver,
} from './planning.resolver.js';
import { PlanningService } from './planning.service.js';
import { DecisionTelling } from './telling.service.js';
import { PlanningVoices } from './voices.js';
import { PlanningVoiceConnectionResolver, PlanningVoiceResolver } from './voices.resolver.js';

/** What adds to the GraphQL schema. */
export const PLANNING_RESOLVERS = [
  PlanningResolver,
  PlanningItemConnectionResolver,
  PlanningDecisionResolver,
  PlanningVoiceResolver,
  PlanningVoiceConnectionResolver,
];

@Module({
  imports: [IdentityModule, ThreadsModule],
  providers: [
    PlanningService,
    PlanningReads,
    PlanningVoices,
    DecisionTelling,
    PlanningJobs,
    ...PLANNING_RESOLVERS,
  ],
  exports: [PlanningService],
})
export class PlanningModule {}
