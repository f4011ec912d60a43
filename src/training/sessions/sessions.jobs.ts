// What sessions do later, and when people or companies change.
import { Inject, Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/index.js';
import {
  companiesMerged,
  companiesMergeUndone,
  contactLeft,
  peopleMerged,
  peopleMergeUndone,
  PersonalData,
  personErasing,
} from '../../identity/index.js';
import { AnnouncingService, TELL_OF_CONTENT } from './announcing.service.js';
import { erasePerson, SESSION_PARTS } from './erasing.js';
import * as merging from './merging.js';
import { TakingPartService } from './taking-part.service.js';
import { TELL_OF_SESSION, TellingService } from './telling.service.js';

@Injectable()
export class SessionsJobs {
  constructor(
    @Inject(Events) events: Events,
    @Inject(TellingService) telling: TellingService,
    @Inject(AnnouncingService) announcing: AnnouncingService,
    @Inject(TakingPartService) takingPart: TakingPartService,
    @Inject(PersonalData) data: PersonalData,
  ) {
    events.job<{ sessionId: string }>(TELL_OF_SESSION, ({ sessionId }) => telling.tell(sessionId));
    events.job<{ courseVersionId: string }>(TELL_OF_CONTENT, ({ courseVersionId }) =>
      announcing.tell(courseVersionId),
    );
    events.every('*/10 * * * *', 'remindOfTrainingSessions', () => telling.remind());
    events.every('35 18 * * *', 'forgetWrongCodes', () => takingPart.forgetWrongCodes());
    events.rule(peopleMerged, merging.mergePeople);
    events.rule(peopleMergeUndone, merging.undoPeople);
    events.rule(companiesMerged, merging.mergeCompanies);
    events.rule(companiesMergeUndone, merging.undoCompanies);
    events.rule(contactLeft, merging.contactLeaves);
    events.rule(personErasing, erasePerson);
    data.register(...SESSION_PARTS);
  }
}
