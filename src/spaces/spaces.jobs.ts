// What spaces do when identity changes; all of it in the same transaction.
import { Inject, Injectable } from '@nestjs/common';
import { Events } from '../platform/events/index.js';
import {
  companiesMerged,
  companiesMergeUndone,
  companyCreated,
  contactJoined,
  contactLeft,
  peopleMerged,
  peopleMergeUndone,
  PersonalData,
  personDeactivated,
  personErasing,
} from '../identity/index.js';
import { mergeChoices, undoChoices } from './calendar/merging.js';
import { erasePerson, SPACE_PARTS } from './erasing.js';
import { SpacesMerging } from './merging.service.js';
import { Owners } from './owners.js';
import { SpacesService } from './spaces.service.js';

@Injectable()
export class SpacesJobs {
  constructor(
    @Inject(Events) events: Events,
    @Inject(SpacesService) spaces: SpacesService,
    @Inject(Owners) owners: Owners,
    @Inject(SpacesMerging) merging: SpacesMerging,
    @Inject(PersonalData) data: PersonalData,
  ) {
    events.rule(companyCreated, (tx, { companyId }) => spaces.openWhenLarge(tx, companyId));
    events.rule(contactJoined, (tx, { companyId, personId, role }) =>
      spaces.joinContact(tx, companyId, personId, role),
    );
    events.rule(contactLeft, (tx, { companyId, personId, newOwnerId }) =>
      spaces.leave(tx, companyId, personId, newOwnerId),
    );
    events.rule(personDeactivated, (tx, { personId, newOwners }) =>
      owners.handOn(tx, personId, newOwners, null),
    );
    events.rule(personErasing, (tx, erasing) => erasePerson(tx, owners, erasing));
    data.register(...SPACE_PARTS);
    events.rule(peopleMerged, (tx, merge) => merging.mergePeople(tx, merge));
    events.rule(peopleMergeUndone, (tx, merge) => merging.undoPeople(tx, merge));
    events.rule(companiesMerged, (tx, merge) => merging.mergeCompanies(tx, merge));
    events.rule(companiesMergeUndone, (tx, merge) => merging.undoCompanies(tx, merge));
    events.rule(companiesMerged, (tx, merge) => mergeChoices(tx, merge));
    events.rule(companiesMergeUndone, (tx, merge) => undoChoices(tx, merge));
  }
}
