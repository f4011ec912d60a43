// Wiring of missions.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import { NotificationsModule } from '../../notifications/index.js';
import { SpacesModule } from '../../spaces/index.js';
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
];

@Module({
  imports: [IdentityModule, NotificationsModule, SpacesModule, SessionsModule],
  providers: [
    MissionsReads,
    ProgressReads,
    MissionsService,
    GivingService,
    MissionTelling,
    MissionFilesService,
    MissionsJobs,
    ...MISSIONS_RESOLVERS,
  ],
  exports: [GivingService, MissionTelling],
})
export class MissionsModule {}
