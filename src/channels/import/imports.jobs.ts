// What runs later: the dry run, the run, the undoing; and what takes them up again.
import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/errors.js';
import { Events } from '../../platform/events/index.js';
import { LOG, type Logger } from '../../platform/observe/index.js';
import { personErasing } from '../../identity/index.js';
import { CheckingService } from './checking.service.js';
import { ImportsErasing } from './erasing.service.js';
import { ImportsService } from './imports.service.js';
import { RunningService } from './running.service.js';
import { UndoingService } from './undoing.service.js';

/** The database is away or going away: the job is tried again. */
const AWAY = /^(08|53|57P|ECONN|ETIMEDOUT|EPIPE)/;
const isAway = ({ code, message }: { code?: string; message?: string }): boolean =>
  AWAY.test(code ?? '') || /^Connection terminated/.test(message ?? '');

@Injectable()
export class ImportsJobs {
  constructor(
    @Inject(Events) events: Events,
    @Inject(ImportsService) private readonly imports: ImportsService,
    @Inject(CheckingService) checking: CheckingService,
    @Inject(RunningService) running: RunningService,
    @Inject(UndoingService) undoing: UndoingService,
    @Inject(ImportsErasing) erasing: ImportsErasing,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.step(events, 'checkImport', (id) => checking.check(id));
    this.step(events, 'runImport', (id) => running.run(id));
    this.step(events, 'undoImport', (id) => undoing.undo(id));
    events.rule(personErasing, (tx, erasure) => erasing.erase(tx, erasure));
    events.every('* * * * *', 'continueImports', () => imports.continueForgotten());
  }

  private step(events: Events, task: string, work: (importId: string) => Promise<void>): void {
    events.job<{ importId: string }>(task, async ({ importId }) => {
      try {
        await work(importId);
      } catch (error) {
        if (isAway(error as Error)) throw error;
        this.log.error({ importId, task, stack: (error as Error).stack }, 'an import failed');
        await this.imports.fail(importId, error instanceof Refusal ? error.reason : 'INTERNAL');
      }
    });
  }
}
