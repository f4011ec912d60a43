// The door of courses.
export { serveCourseFiles, serveTrainingFiles } from './course-files.http.js';
export { Course, type CourseStage } from './course.entity.js';
export { CourseVersion, type MaterialKind, type ShownBy, type TeamMode } from './course-version.entity.js';
export {
  CourseStageEnum,
  CourseText,
  CourseVersionType,
  ShownByEnum,
  TeamModeEnum,
} from './courses.graphql.js';
export { COURSES_RESOLVERS, CoursesModule } from './courses.module.js';
export { canWriteCourses, visibleSessions } from './courses.policy.js';
export { CoursesReads } from './courses.reads.js';
export { CoursesService, trainingHint } from './courses.service.js';
export { companyInUrls, loadCourseVersion, textShape } from './courses.shapes.js';
export { WritingService } from './writing.service.js';
