// The door of training: what is taught, when and to whom, what is practised afterwards, who has finished, who is not heard of.
import { CERTIFICATES_RESOLVERS } from './certificates/index.js';
import { COURSES_RESOLVERS } from './courses/index.js';
import { MISSIONS_RESOLVERS } from './missions/index.js';
import { QUIET_RESOLVERS } from './quiet/index.js';
import { SESSIONS_RESOLVERS } from './sessions/index.js';

export {
  AwardingService,
  CertificatesModule,
  HonourService,
  serveCertificates,
} from './certificates/index.js';
export {
  Course,
  type CourseStage,
  CourseVersion,
  CoursesModule,
  CoursesService,
  type MaterialKind,
  serveCourseFiles,
  type ShownBy,
  type TeamMode,
  WritingService,
} from './courses/index.js';
export {
  GivingService,
  MissionsModule,
  MissionsService,
  MissionTelling,
  serveMissionFiles,
  TroubleService,
} from './missions/index.js';
export { QuietModule } from './quiet/index.js';
export {
  AnnouncingService,
  type Audience,
  feedbackGiven,
  loadSession,
  serveTrainingCalendar,
  SessionsModule,
  SessionsReads,
  SessionsService,
  TakingPartService,
  TrainingSession,
  TrainingSessionType,
} from './sessions/index.js';

/** What adds to the GraphQL schema. */
export const TRAINING_RESOLVERS = [
  ...COURSES_RESOLVERS,
  ...SESSIONS_RESOLVERS,
  ...MISSIONS_RESOLVERS,
  ...QUIET_RESOLVERS,
  ...CERTIFICATES_RESOLVERS,
];
