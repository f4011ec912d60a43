// Wiring of planning.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import { ThreadsModule } from '../../threads/index.js';
import { HooksService } from './hooks.service.js';
import { PlanningJobs } from './planning.jobs.js';
import { PlanningReads } from './planning.reads.js';
import {
  PlanningDecisionResolver,
  PlanningItemConnectionResolver,
  PlanningResolver,
} from './planning.resolver.js';
import { PlanningService } from './planning.service.js';
import { ProofReads } from './proof.reads.js';
import { ProofCompanyResolver, ProofResolver } from './proof.resolver.js';
import { SaidReads } from './said.reads.js';
import {
  CompanySaidResolver,
  MessagePlanningResolver,
  RoadmapResolver,
  SaidResolver,
} from './said.resolver.js';
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
  CompanySaidResolver,
  SaidResolver,
  RoadmapResolver,
  MessagePlanningResolver,
  ProofResolver,
  ProofCompanyResolver,
];

@Module({
  imports: [IdentityModule, ThreadsModule],
  providers: [
    PlanningService,
    PlanningReads,
    PlanningVoices,
    SaidReads,
    ProofReads,
    HooksService,
    DecisionTelling,
    PlanningJobs,
    ...PLANNING_RESOLVERS,
  ],
  exports: [PlanningService, DecisionTelling],
})
export class PlanningModule {}
