// The door of spaces.
export { CalendarReads } from './calendar/calendar.reads.js';
export { workingCalendar } from './calendar/calendar.shapes.js';
export { addWorkingDays, dayOf, type WorkingCalendar } from './calendar/working-time.js';
export { closeEmptySpaces, forgetMembers } from './closing.js';
export { Space } from './space.entity.js';
export {
  calendarChanged,
  spacesMerged,
  spacesMergeUndone,
  spaceTopic,
  STAFF_TOPIC,
} from './spaces.events.js';
export { SpaceType } from './spaces.graphql.js';
export { SPACES_RESOLVERS, SpacesModule } from './spaces.module.js';
export { canOpenThread } from './spaces.policy.js';
export { SpacesReads } from './spaces.reads.js';
export { loadSpace } from './spaces.resolver.js';
export { SpacesService } from './spaces.service.js';
