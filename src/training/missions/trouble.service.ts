// The command of whoever is stuck on a step: a thread in their company's space that says what it is about.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database, sql } from '../../platform/database/index.js';
import { conflict, found, must } from '../../platform/errors.js';
import { type NewThread, ThreadsService } from '../../threads/index.js';
import { hintProjects } from './missions.hints.js';
import { type StepState, canAskAbout, ownSteps, visibleSteps } from './missions.policy.js';

export type Asked = Pick<NewThread, 'title' | 'body' | 'attachmentIds' | 'key'>;

@Injectable()
export class TroubleService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ThreadsService) private readonly threads: ThreadsService,
  ) {}

  /** Opens the thread with their first words; returns its id. With their own rights: what is not theirs is refused once more below. */
  async open(actor: Actor, missionStepId: string, asked: Asked): Promise<string> {
    must(actor.kind === 'contact');
    return this.database.transact(actor, async (tx) => {
      const step = found(
        await tx.one<{ project_id: string; state: StepState; own: boolean }>(sql`
          select assigned.project_id, assigned.state, ${ownSteps(actor)} as own
          from hotline.mission_step assigned
          join hotline.training_project project on project.id = assigned.project_id
          left join hotline.training_project_member member on member.id = assigned.member_id
          where assigned.id = ${missionStepId} and ${visibleSteps(actor)}`),
      );
      must(step.own, 'NOT_YOURS', 'Somebody else does this; write in your space instead.');
      if (step.state === 'PASSED')
        throw conflict('PASSED', 'This is done already; write in your space instead.');
      const { spaceId } = actor;
      must(canAskAbout(actor, step) && spaceId !== null, 'READ_ONLY', 'You only read in this space.');
      return this.threads.openWithin(
        tx,
        `openTrouble ${missionStepId}`,
        { spaceId, ...asked },
        async (threadId) => {
          await tx.sql(sql`insert into hotline.mission_trouble (thread_id, mission_step_id)
            values (${threadId}, ${missionStepId})`);
          await hintProjects(tx, [step.project_id]);
        },
      );
    });
  }
}
