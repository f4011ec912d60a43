// Commands on sessions, in GraphQL: of the staff, and of those who take part.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Ctx, type GraphqlContext, localId } from '../../platform/graphql/index.js';
import * as shapes from './sessions.graphql.js';
import { SessionsReads } from './sessions.reads.js';
import { SessionsService, type SessionWishes } from './sessions.service.js';
import { loadSession } from './sessions.shapes.js';
import { TakingPartService } from './taking-part.service.js';

const sessionOf = ({ trainingSessionId }: { trainingSessionId: string }): string =>
  localId('trainingsession', trainingSessionId);

const wishesOf = (
  input: shapes.PlanTrainingSessionInput | shapes.ChangeTrainingSessionInput,
): SessionWishes => ({
  startsAt: input.startsAt,
  endsAt: input.endsAt,
  place: input.place || null,
  link: input.link || null,
  trainerId: localId('person', input.trainerId),
  capacity: input.capacity ?? null,
  companyIds: input.companyIds.map((id) => localId('company', id)),
});

@Resolver()
export class TeachingResolver {
  constructor(
    @Inject(SessionsService) private readonly service: SessionsService,
    @Inject(TakingPartService) private readonly takingPart: TakingPartService,
    @Inject(SessionsReads) private readonly reads: SessionsReads,
  ) {}

  @Mutation(() => shapes.PlanTrainingSessionPayload, {
    description: 'A session of what the course has published. Staff who answer.',
  })
  async planTrainingSession(
    @Args('input') input: shapes.PlanTrainingSessionInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.PlanTrainingSessionPayload> {
    return this.payload(
      context,
      await this.service.plan(
        context.actor,
        localId('course', input.courseId),
        wishesOf(input),
        input.idempotencyKey ?? null,
      ),
    );
  }

  @Mutation(() => shapes.ChangeTrainingSessionPayload, {
    description: 'Who takes part hears of a new time, place or trainer. Staff who answer.',
  })
  async changeTrainingSession(
    @Args('input') input: shapes.ChangeTrainingSessionInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ChangeTrainingSessionPayload> {
    return this.payload(
      context,
      await this.service.change(context.actor, sessionOf(input), input.version, wishesOf(input)),
    );
  }

  @Mutation(() => shapes.InviteToTrainingPayload, {
    description: 'Contacts by name; each gets a mail with an entry for their calendar. Staff who answer.',
  })
  async inviteToTraining(
    @Args('input') input: shapes.InviteToTrainingInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.InviteToTrainingPayload> {
    return this.payload(
      context,
      await this.service.invite(
        context.actor,
        sessionOf(input),
        input.people.map(({ personId, companyId }) => ({
          personId: localId('person', personId),
          companyId: localId('company', companyId),
        })),
      ),
    );
  }

  @Mutation(() => shapes.RemoveTrainingParticipantPayload, {
    description: 'Their calendar hears of it. Staff who answer.',
  })
  async removeTrainingParticipant(
    @Args('input') input: shapes.RemoveTrainingParticipantInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.RemoveTrainingParticipantPayload> {
    return this.payload(
      context,
      await this.service.remove(context.actor, localId('trainingparticipant', input.participantId)),
    );
  }

  @Mutation(() => shapes.HoldTrainingSessionPayload, {
    description: 'Opens the doors: from now on people may say “I am here”. Staff who answer.',
  })
  async holdTrainingSession(
    @Args('input') input: shapes.HoldTrainingSessionInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.HoldTrainingSessionPayload> {
    return this.payload(context, await this.service.hold(context.actor, sessionOf(input)));
  }

  @Mutation(() => shapes.MarkTrainingAttendancePayload, {
    description: 'Ticks people on the list while the session is held. Staff who answer.',
  })
  async markTrainingAttendance(
    @Args('input') input: shapes.MarkTrainingAttendanceInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.MarkTrainingAttendancePayload> {
    return this.payload(
      context,
      await this.service.mark(
        context.actor,
        sessionOf(input),
        input.participantIds.map((id) => localId('trainingparticipant', id)),
        input.attended,
      ),
    );
  }

  @Mutation(() => shapes.EndTrainingSessionPayload, {
    description: 'It is over: who was there is final. Staff who answer.',
  })
  async endTrainingSession(
    @Args('input') input: shapes.EndTrainingSessionInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.EndTrainingSessionPayload> {
    return this.payload(context, await this.service.end(context.actor, sessionOf(input)));
  }

  @Mutation(() => shapes.CancelTrainingSessionPayload, {
    description: 'Everybody who was invited hears of it. Staff who answer.',
  })
  async cancelTrainingSession(
    @Args('input') input: shapes.CancelTrainingSessionInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CancelTrainingSessionPayload> {
    return this.payload(context, await this.service.cancel(context.actor, sessionOf(input)));
  }

  @Mutation(() => shapes.JoinTrainingSessionPayload, {
    description: 'A contact takes part in what is open to their company.',
  })
  async joinTrainingSession(
    @Args('input') input: shapes.JoinTrainingSessionInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.JoinTrainingSessionPayload> {
    return this.payload(context, await this.takingPart.join(context.actor, sessionOf(input)));
  }

  @Mutation(() => shapes.LeaveTrainingSessionPayload, { description: 'A contact does not come after all.' })
  async leaveTrainingSession(
    @Args('input') input: shapes.LeaveTrainingSessionInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.LeaveTrainingSessionPayload> {
    await this.takingPart.leave(context.actor, sessionOf(input));
    return { done: true };
  }

  @Mutation(() => shapes.AttendTrainingSessionPayload, {
    description: '“I am here”, with the code that the trainer shows.',
  })
  async attendTrainingSession(
    @Args('input') input: shapes.AttendTrainingSessionInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.AttendTrainingSessionPayload> {
    return this.payload(context, await this.takingPart.attend(context.actor, sessionOf(input), input.code));
  }

  @Mutation(() => shapes.GiveTrainingFeedbackPayload, {
    description: 'What somebody who was there thought of it; said again, it replaces what they said before.',
  })
  async giveTrainingFeedback(
    @Args('input') input: shapes.GiveTrainingFeedbackInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.GiveTrainingFeedbackPayload> {
    return this.payload(
      context,
      await this.takingPart.giveFeedback(context.actor, sessionOf(input), input.score, input.words || null),
    );
  }

  private async payload(
    context: GraphqlContext,
    id: string,
  ): Promise<{ trainingSession: shapes.TrainingSessionType }> {
    return { trainingSession: await loadSession(context, this.reads, id) };
  }
}
