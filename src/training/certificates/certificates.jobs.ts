// What certificates do later, and when people or companies change.
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
import { stepPassed } from '../missions/index.js';
import { sessionEnded } from '../sessions/index.js';
import { AwardingService } from './awarding.service.js';
import { CERTIFICATE_PARTS, erasePerson } from './erasing.js';
import * as merging from './merging.js';

@Injectable()
export class CertificatesJobs {
  constructor(
    @Inject(Events) events: Events,
    @Inject(AwardingService) awarding: AwardingService,
    @Inject(PersonalData) data: PersonalData,
  ) {
    events.after(stepPassed, 'giveCertificatesWhenStepPasses', ({ trainingProjectId }) =>
      awarding.forProject(trainingProjectId),
    );
    events.after(sessionEnded, 'giveCertificatesWhenSessionEnds', ({ trainingSessionId }) =>
      awarding.forSession(trainingSessionId),
    );
    events.after(contactLeft, 'giveCertificatesWhenContactLeaves', ({ companyId }) =>
      awarding.forCompany(companyId),
    );
    events.rule(peopleMerged, merging.mergePeople);
    events.rule(peopleMergeUndone, merging.undoPeople);
    events.rule(companiesMerged, merging.mergeCompanies);
    events.rule(companiesMergeUndone, merging.undoCompanies);
    events.rule(personErasing, erasePerson);
    data.register(...CERTIFICATE_PARTS);
  }
}
