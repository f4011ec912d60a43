// New content in GraphQL: announced by the team, listed for contacts, led to by their notifications.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isStaff } from '../../platform/actor.js';
import { Refusal, must } from '../../platform/errors.js';
import { Ctx, type GraphqlContext, localId } from '../../platform/graphql/index.js';
import { NotificationType } from '../../notifications/index.js';
import { CourseVersionType, CoursesReads, loadCourseVersion } from '../courses/index.js';
import * as shapes from './announcing.graphql.js';
import { AnnouncingReads, type Audience } from './announcing.reads.js';
import { AnnouncingService } from './announcing.service.js';

@Resolver(() => shapes.NewContent)
export class AnnouncingResolver {
  constructor(
    @Inject(AnnouncingService) private readonly service: AnnouncingService,
    @Inject(AnnouncingReads) private readonly reads: AnnouncingReads,
    @Inject(CoursesReads) private readonly courses: CoursesReads,
  ) {}

  @Query(() => shapes.AnnouncementPreview, {
    description: 'Whom announcing this version would reach, before it is done. Staff only.',
  })
  announcementPreview(
    @Args() args: shapes.AnnouncementPreviewArgs,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<shapes.AnnouncementPreview> {
    must(isStaff(actor));
    return this.reads.preview(actor, localId('courseversion', args.courseVersionId), audienceOf(args));
  }

  @Query(() => [shapes.NewContent], {
    description: 'What was announced to the company that a contact acts for since Monday, newest first.',
  })
  async newContent(@Ctx() { actor }: GraphqlContext): Promise<shapes.NewContent[]> {
    must(actor.kind === 'contact');
    const rows = await this.reads.thisWeek(actor);
    return rows.map(({ course_version_id, announced_at }) => ({
      versionUuid: course_version_id,
      at: announced_at,
    }));
  }

  @Mutation(() => shapes.AnnounceCoursePayload, {
    description:
      'Announces the newest published version to companies, to each once: its contacts are told and read its materials. Staff who answer.',
  })
  async announceCourse(
    @Args('input') input: shapes.AnnounceCourseInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.AnnounceCoursePayload> {
    const id = localId('courseversion', input.courseVersionId);
    const companies = await this.service.announce(context.actor, id, audienceOf(input));
    return { companies, courseVersion: await loadCourseVersion(context, this.courses, id) };
  }

  @ResolveField(() => CourseVersionType)
  courseVersion(
    @Parent() content: shapes.NewContent,
    @Ctx() context: GraphqlContext,
  ): Promise<CourseVersionType> {
    return loadCourseVersion(context, this.courses, content.versionUuid);
  }
}

const audienceOf = ({ audience, tier, companyIds }: shapes.AnnouncementPreviewArgs): Audience => ({
  audience,
  tier: tier ?? null,
  companyIds: (companyIds ?? []).map((each) => localId('company', each)),
});

@Resolver(() => NotificationType)
export class NotificationContentResolver {
  constructor(@Inject(CoursesReads) private readonly courses: CoursesReads) {}

  @ResolveField(() => CourseVersionType, {
    nullable: true,
    description: 'Null when the viewer no longer sees it.',
  })
  async newContent(
    @Parent() notification: NotificationType,
    @Ctx() context: GraphqlContext,
  ): Promise<CourseVersionType | null> {
    if (notification.subjectType !== 'courseversion') return null;
    try {
      return await loadCourseVersion(context, this.courses, notification.subjectUuid);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }
}
