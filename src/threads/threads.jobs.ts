// What follows from what happens in threads and with people and companies, and what the calendar does to threads.
import { Inject, Injectable } from '@nestjs/common';
import { Incoming } from '../platform/files/index.js';
import { Events } from '../platform/events/index.js';
import { LOG, type Logger } from '../platform/observe/index.js';
import { TellingService } from './telling.service.js';
import { messagePosted, noteWritten, threadAssigned, threadResolved } from './threads.events.js';
import { AttachmentsService } from './attachments.service.js';
import {
  erasureBegins,
  peopleMerged,
  peopleMergeUndone,
  PersonalData,
  personDeactivated,
  personErasing,
  staffRoleChanged,
} from '../identity/index.js';
import { spacesMerged, spacesMergeUndone } from '../spaces/index.js';
import { ThreadsErasing } from './erasing.service.js';
import { HandingOn } from './handing-on.service.js';
import { ThreadsMerging } from './merging.service.js';
import { THREAD_PARTS } from './personal-parts.js';
import { BulkUndoService } from './bulk-undo.service.js';
import { ThreadsReads } from './threads.reads.js';
import { ThreadsService } from './threads.service.js';

@Injectable()
export class ThreadsJobs {
  constructor(
    @Inject(Events) events: Events,
    @Inject(ThreadsService) threads: ThreadsService,
    @Inject(TellingService) telling: TellingService,
    @Inject(AttachmentsService) attachments: AttachmentsService,
    @Inject(Incoming) incoming: Incoming,
    @Inject(HandingOn) work: HandingOn,
    @Inject(ThreadsMerging) merging: ThreadsMerging,
    @Inject(ThreadsErasing) erasing: ThreadsErasing,
    @Inject(PersonalData) data: PersonalData,
    @Inject(BulkUndoService) undo: BulkUndoService,
    @Inject(ThreadsReads) reads: ThreadsReads,
    @Inject(LOG) log: Logger,
  ) {
    events.after(messagePosted, 'tellOfMessageWhenPosted', (message) => telling.ofMessage(message));
    events.after(noteWritten, 'tellMentionedWhenNoteWritten', (note) => telling.ofNote(note));
    events.after(threadAssigned, 'tellAssigneeWhenAssigned', (event) => telling.ofAssignment(event));
    events.after(threadResolved, 'tellOfResolution', (event) => telling.ofResolution(event));
    events.job<{ threadIds: string[]; at: string }>('takeBackNewsOfDesk', (change) =>
      telling.takeBack(change),
    );
    events.every('*/10 * * * *', 'closeThreadsLongResolved', async () => {
      while ((await threads.closeResolved()) > 0);
    });
    events.every('* * * * *', 'foldThreadCounts', () => reads.fold());
    events.every('35 17 * * *', 'recountThreads', async () => {
      const wrong = await reads.mend();
      if (wrong > 0) log.error({ wrong }, 'counts of the inbox differed from a recount and were put right');
    });
    events.every('25 * * * *', 'forgetUnsaidUploads', async () => {
      while ((await attachments.forgetUnsaid()) > 0);
      await incoming.clean();
    });
    events.job<{ messageId?: string; noteId?: string }>('eraseFilesOfDeleted', (deleted) =>
      attachments.eraseOf(deleted),
    );
    events.job<{ ids: string[] }>('eraseFiles', ({ ids }) => attachments.eraseFiles(ids));
    events.every('15 18 * * *', 'forgetIdempotencyKeys', () => threads.forgetKeys());
    events.every('25 18 * * *', 'forgetDeskChanges', () => undo.forget());
    events.rule(personDeactivated, (tx, { personId, successorId }) => work.handOn(tx, personId, successorId));
    // A planner answers nobody.
    events.rule(staffRoleChanged, async (tx, { personId, role, successorId }) => {
      if (role === 'PLANNER') await work.handOn(tx, personId, successorId);
    });
    events.rule(peopleMerged, (tx, merge) => merging.mergePeople(tx, merge));
    events.rule(peopleMergeUndone, (tx, merge) => merging.undoPeople(tx, merge));
    events.rule(erasureBegins, (tx, erasure) => erasing.begin(tx, erasure));
    events.rule(personErasing, (tx, erasure) => erasing.erase(tx, erasure));
    data.register(...THREAD_PARTS);
    events.rule(spacesMerged, (tx, merge) => merging.mergeSpaces(tx, merge));
    events.rule(spacesMergeUndone, (tx, merge) => merging.undoSpaces(tx, merge));
  }
}
