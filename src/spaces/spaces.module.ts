// Wiring of spaces.
import { Module } from '@nestjs/common';
import { ActorSource } from '../platform/session/index.js';
import { IdentityModule } from '../identity/index.js';
import { Acting } from './acting.js';
import { CalendarReads } from './calendar/calendar.reads.js';
import {
  CalendarResolver,
  CompanyCalendarResolver,
  SpaceAnsweringResolver,
} from './calendar/calendar.resolver.js';
import { CalendarService } from './calendar/calendar.service.js';
import { SpacesMerging } from './merging.service.js';
import { Owners } from './owners.js';
import { SpacesJobs } from './spaces.jobs.js';
import { SpacesReads } from './spaces.reads.js';
import { CompanySpaceResolver, PersonSpacesResolver, SpacesResolver } from './spaces.resolver.js';
import { SpacesService } from './spaces.service.js';

/** What adds to the GraphQL schema. */
export const SPACES_RESOLVERS = [
  SpacesResolver,
  CompanySpaceResolver,
  PersonSpacesResolver,
  CalendarResolver,
  CompanyCalendarResolver,
  SpaceAnsweringResolver,
];

@Module({
  imports: [IdentityModule],
  providers: [
    { provide: ActorSource, useClass: Acting },
    CalendarReads,
    CalendarService,
    Owners,
    SpacesJobs,
    SpacesMerging,
    SpacesReads,
    SpacesService,
    ...SPACES_RESOLVERS,
  ],
  exports: [ActorSource, CalendarReads, SpacesReads, SpacesService],
})
export class SpacesModule {}
