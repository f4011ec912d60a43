// The door of missions.
export { GivingService } from './giving.service.js';
export { serveMissionFiles } from './mission-files.http.js';
export { stepPassed } from './missions.events.js';
export { MISSIONS_RESOLVERS, MissionsModule } from './missions.module.js';
export { MissionsService } from './missions.service.js';
export { MissionTelling } from './telling.service.js';
export { TroubleService } from './trouble.service.js';
