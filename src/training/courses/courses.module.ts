// Wiring of courses.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import {
  CourseMaterialResolver,
  CourseMissionResolver,
  CourseStepResolver,
  CourseVersionResolver,
} from './content.resolver.js';
import { CourseFilesService } from './course-files.service.js';
import { CoursesJobs } from './courses.jobs.js';
import { CoursesReads } from './courses.reads.js';
import { CoursesResolver } from './courses.resolver.js';
import { CoursesService } from './courses.service.js';
import { WritingResolver } from './writing.resolver.js';
import { WritingService } from './writing.service.js';

/** What adds to the GraphQL schema. */
export const COURSES_RESOLVERS = [
  CoursesResolver,
  CourseVersionResolver,
  CourseMaterialResolver,
  CourseMissionResolver,
  CourseStepResolver,
  WritingResolver,
];

@Module({
  imports: [IdentityModule],
  providers: [
    CoursesReads,
    CoursesService,
    WritingService,
    CourseFilesService,
    CoursesJobs,
    ...COURSES_RESOLVERS,
  ],
  exports: [CoursesReads, CoursesService, WritingService],
})
export class CoursesModule {}
