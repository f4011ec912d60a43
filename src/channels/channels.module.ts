// Wiring of the ways by which things reach us from outside.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { SpacesModule } from '../spaces/index.js';
import {
  CheckingService,
  ImportsErasing,
  ImportService,
  ImportsJobs,
  ImportsReads,
  ImportsResolver,
  ImportsService,
  ReadingService,
  RunningService,
  UndoingService,
} from './import/index.js';

/** What adds to the GraphQL schema. */
export const CHANNELS_RESOLVERS = [ImportsResolver];

@Module({
  imports: [IdentityModule, SpacesModule],
  providers: [
    ImportService,
    ImportsService,
    ImportsReads,
    ReadingService,
    CheckingService,
    RunningService,
    UndoingService,
    ImportsErasing,
    ImportsJobs,
    ...CHANNELS_RESOLVERS,
  ],
  exports: [ImportService],
})
export class ChannelsModule {}
