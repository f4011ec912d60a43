// Wiring of the ways by which things reach us from outside.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { SpacesModule } from '../spaces/index.js';
import { ImportService } from './import/index.js';

@Module({ imports: [IdentityModule, SpacesModule], providers: [ImportService], exports: [ImportService] })
export class ChannelsModule {}
