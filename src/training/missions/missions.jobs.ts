// What missions do later, and when people, companies or calendars change.
import { Inject, Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/index.js';
import {
  companiesMerged,
  companiesMergeUndone,
  contactJoined,
  contactLeft,
  peopleMerged,
  peopleMergeUndone,
  PersonalData,
  personErasing,
} from '../../identity/index.js';
import { calendarChanged } from '../../spaces/index.js';
import { sessionEnded } from '../sessions/index.js';
import { erasePerson, MISSION_PARTS } from './erasing.js';
import { COUNT_DUES, GivingService, type WhoseDays } from './giving.service.js';
import * as merging from './merging.js';
import { ERASE_FILES, MissionFilesService } from './mission-files.service.js';
import { MissionTelling, TELL_OF_REVIEW } from './telling.service.js';

@Injectable()
export class MissionsJobs {
  constructor(
    @Inject(Events) events: Events,
    @Inject(GivingService) giving: GivingService,
    @Inject(MissionTelling) telling: MissionTelling,
    @Inject(MissionFilesService) files: MissionFilesService,
    @Inject(PersonalData) data: PersonalData,
  ) {
    events.after(sessionEnded, 'giveMissionsWhenSessionEnds', ({ trainingSessionId }) =>
      giving.give(trainingSessionId),
    );
    events.after(calendarChanged, 'countMissionDuesWhenCalendarChanges', (whose) => giving.countDues(whose));
    events.job<WhoseDays>(COUNT_DUES, (whose) => giving.countDues(whose));
    events.job<{ reviewId: string }>(TELL_OF_REVIEW, ({ reviewId }) => telling.tellReview(reviewId));
    events.every('*/10 * * * *', 'remindOfMissions', () => telling.remind());
    events.job<{ ids: string[] }>(ERASE_FILES, ({ ids }) => files.erase(ids));
    events.every('50 18 * * *', 'forgetUnusedMissionFiles', () => files.forgetUnused());
    events.rule(peopleMerged, merging.mergePeople);
    events.rule(peopleMergeUndone, merging.undoPeople);
    events.rule(companiesMerged, merging.mergeCompanies);
    events.rule(companiesMergeUndone, merging.undoCompanies);
    events.rule(contactLeft, merging.contactLeaves);
    events.rule(contactJoined, merging.contactReturns);
    events.rule(personErasing, erasePerson);
    data.register(...MISSION_PARTS);
  }
}
