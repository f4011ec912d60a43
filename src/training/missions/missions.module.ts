// Wiring of missions.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import { NotificationsModule } from '../../notifications/index.js';
import { SpacesModule } from '../../spaces/index.js';
import { ThreadsModule } from '../../threads/index.js';
import { SessionsModule } from '../sessions/index.js';
import { GivingService } from './giving.service.js';
import { MissionFilesService } from './mission-files.service.js';
import { MissionsJobs } from './missions.jobs.js';
import { MissionsReads } from './missions.reads.js';
import {
  MissionReviewResolver,
  MissionStepResolver,
  MissionSubmissionResolver,
  NotificationMissionResolver,
  StuckStepsResolver,
} from './missions.resolver.js';
import { MissionsService } from './missions.service.js';
import { ProgressReads } from './progress.reads.js';
import {
  CompanyProjectsResolver,
  MissionPraiseResolver,
  SessionProjectsResolver,
  SpaceTrainingResolver,
  TrainingProjectMemberResolver,
  TrainingProjectResolver,
  TrainingProjectStepResolver,
} from './projects.resolver.js';
import { MissionTelling } from './telling.service.js';
import { TroubleReads } from './trouble.reads.js';
import { MissionTroubleResolver, StepTroubleResolver, ThreadTroubleResolver } from './trouble.resolver.js';
import { TroubleService } from './trouble.service.js';

/** What adds to the GraphQL schema. */
export const MISSIONS_RESOLVERS = [
  TrainingProjectResolver,
  TrainingProjectStepResolver,
  TrainingProjectMemberResolver,
  MissionPraiseResolver,
  SpaceTrainingResolver,
  SessionProjectsResolver,
  CompanyProjectsResolver,
  MissionStepResolver,
  MissionSubmissionResolver,
  MissionReviewResolver,
  StuckStepsResolver,
  NotificationMissionResolver,
  MissionTroubleResolver,
  StepTroubleResolver,
  ThreadTroubleResolver,
];

@Module({
  imports: [IdentityModule, NotificationsModule, SpacesModule, ThreadsModule, SessionsModule],
  providers: [
    MissionsReads,
    ProgressReads,
    MissionsService,
    GivingService,
    MissionTelling,
    MissionFilesService,
    TroubleReads,
    TroubleService,
    MissionsJobs,
    ...MISSIONS_RESOLVERS,
  ],
  exports: [GivingService, MissionTelling],
})
export class MissionsModule {}
