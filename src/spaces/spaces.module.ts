// Wiring of spaces.
import { Module } from '@nestjs/common';
import { ActorSource } from '../platform/session/index.js';
import { IdentityModule } from '../identity/index.js';
import { Acting } from './acting.js';
import { SpacesJobs } from './spaces.jobs.js';
import { SpacesReads } from './spaces.reads.js';
import { CompanySpaceResolver, SpacesResolver } from './spaces.resolver.js';
import { SpacesService } from './spaces.service.js';

@Module({
  imports: [IdentityModule],
  providers: [{ provide: ActorSource, useClass: Acting }, SpacesJobs, SpacesReads, SpacesService, SpacesResolver, CompanySpaceResolver],
  exports: [ActorSource, SpacesReads, SpacesService],
})
export class SpacesModule {}
