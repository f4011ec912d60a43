// What courses do later.
import { Inject, Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/index.js';
import { CourseFilesService } from './course-files.service.js';

@Injectable()
export class CoursesJobs {
  constructor(@Inject(Events) events: Events, @Inject(CourseFilesService) files: CourseFilesService) {
    events.job<{ ids: string[] }>('eraseCourseFiles', ({ ids }) => files.erase(ids));
    events.every('40 18 * * *', 'forgetUnusedCourseFiles', () => files.forgetUnused());
  }
}
