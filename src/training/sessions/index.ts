// The door of sessions.
export { type Audience } from './announcing.reads.js';
export { AnnouncingService } from './announcing.service.js';
export { serveTrainingCalendar } from './calendar.http.js';
export { feedbackGiven, sessionEnded } from './sessions.events.js';
export { TrainingSessionType } from './sessions.graphql.js';
export { SESSIONS_RESOLVERS, SessionsModule } from './sessions.module.js';
export { type SaidOfSession, SessionsReads } from './sessions.reads.js';
export { loadSession } from './sessions.shapes.js';
export { SessionsService } from './sessions.service.js';
export { TakingPartService } from './taking-part.service.js';
export { TrainingSession } from './training-session.entity.js';
