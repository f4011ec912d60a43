// What spaces do when identity changes; all of it in the same transaction.
import { Inject, Injectable } from '@nestjs/common';
import { Events } from '../platform/events/index.js';
import { companyCreated, contactJoined, contactLeft } from '../identity/index.js';
import { SpacesService } from './spaces.service.js';

@Injectable()
export class SpacesJobs {
  constructor(@Inject(Events) events: Events, @Inject(SpacesService) spaces: SpacesService) {
    events.rule(companyCreated, (tx, { companyId }) => spaces.openWhenLarge(tx, companyId));
    events.rule(contactJoined, (tx, { companyId, personId, role }) =>
      spaces.joinContact(tx, companyId, personId, role),
    );
    events.rule(contactLeft, (tx, { companyId, personId }) => spaces.leave(tx, companyId, personId));
  }
}
