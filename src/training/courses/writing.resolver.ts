// Writing a draft, in GraphQL.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  Ctx,
  type GraphqlContext,
  localId,
  localIdOrNull,
  splitGlobalId,
} from '../../platform/graphql/index.js';
import { notFound } from '../../platform/errors.js';
import * as shapes from './courses.graphql.js';
import { CoursesReads } from './courses.reads.js';
import { loadCourseVersion } from './courses.shapes.js';
import { type Draft, type PartText, WritingService } from './writing.service.js';

const draftOf = (input: { courseVersionId: string; version: number }): Draft => ({
  versionId: localId('courseversion', input.courseVersionId),
  version: input.version,
});

const textsOf = (texts: shapes.CoursePartTextInput[]): PartText[] =>
  texts.map(({ locale, title, body }) => ({ locale, title, body: body || null }));

const PARTS = ['coursematerial', 'coursemission', 'coursestep'];

/** A material, a mission or a step. */
function partOf(id: string): string {
  const [word, uuid] = splitGlobalId(id) ?? [];
  if (!uuid || !PARTS.includes(word ?? '')) throw notFound();
  return uuid;
}

@Resolver()
export class WritingResolver {
  constructor(
    @Inject(WritingService) private readonly service: WritingService,
    @Inject(CoursesReads) private readonly reads: CoursesReads,
  ) {}

  @Mutation(() => shapes.WriteCourseTextPayload, {
    description:
      'What the course says of itself in one language; a new language is a translation. Staff who answer.',
  })
  async writeCourseText(
    @Args('input') input: shapes.WriteCourseTextInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.WriteCourseTextPayload> {
    const { locale, title, summary, body } = input;
    const words = { locale, title, summary: summary || null, body: body || null };
    return this.payload(context, await this.service.writeWords(context.actor, draftOf(input), words));
  }

  @Mutation(() => shapes.RemoveCourseLanguagePayload, {
    description: 'Takes a language away from the whole draft. Staff who answer.',
  })
  async removeCourseLanguage(
    @Args('input') input: shapes.RemoveCourseLanguageInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.RemoveCourseLanguagePayload> {
    const id = await this.service.removeLanguage(context.actor, draftOf(input), input.locale);
    return this.payload(context, id);
  }

  @Mutation(() => shapes.WriteCourseMaterialPayload, { description: 'Staff who answer.' })
  async writeCourseMaterial(
    @Args('input') input: shapes.WriteCourseMaterialInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.WriteCourseMaterialPayload> {
    const wishes = {
      kind: input.kind,
      url: input.url ?? null,
      fileId: localIdOrNull('coursefile', input.fileId),
      texts: textsOf(input.texts),
    };
    const materialId = localIdOrNull('coursematerial', input.materialId);
    const id = await this.service.writeMaterial(context.actor, draftOf(input), materialId, wishes);
    return this.payload(context, id);
  }

  @Mutation(() => shapes.WriteCourseMissionPayload, { description: 'Staff who answer.' })
  async writeCourseMission(
    @Args('input') input: shapes.WriteCourseMissionInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.WriteCourseMissionPayload> {
    const missionId = localIdOrNull('coursemission', input.missionId);
    const texts = textsOf(input.texts);
    const id = await this.service.writeMission(context.actor, draftOf(input), missionId, texts);
    return this.payload(context, id);
  }

  @Mutation(() => shapes.WriteCourseStepPayload, { description: 'Staff who answer.' })
  async writeCourseStep(
    @Args('input') input: shapes.WriteCourseStepInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.WriteCourseStepPayload> {
    const { shownBy, dueDays, teamMode } = input;
    const id = await this.service.writeStep(
      context.actor,
      draftOf(input),
      localId('coursemission', input.missionId),
      localIdOrNull('coursestep', input.stepId),
      { shownBy, dueDays, teamMode, texts: textsOf(input.texts) },
    );
    return this.payload(context, id);
  }

  @Mutation(() => shapes.ArrangeCoursePartsPayload, {
    description: 'Materials, missions, or the steps of a mission in their new order. Staff who answer.',
  })
  async arrangeCourseParts(
    @Args('input') input: shapes.ArrangeCoursePartsInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.ArrangeCoursePartsPayload> {
    const id = await this.service.arrange(context.actor, draftOf(input), input.partIds.map(partOf));
    return this.payload(context, id);
  }

  @Mutation(() => shapes.RemoveCoursePartPayload, { description: 'Staff who answer.' })
  async removeCoursePart(
    @Args('input') input: shapes.RemoveCoursePartInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.RemoveCoursePartPayload> {
    const id = await this.service.remove(context.actor, draftOf(input), partOf(input.partId));
    return this.payload(context, id);
  }

  private async payload(
    context: GraphqlContext,
    id: string,
  ): Promise<{ courseVersion: shapes.CourseVersionType }> {
    return { courseVersion: await loadCourseVersion(context, this.reads, id) };
  }
}
