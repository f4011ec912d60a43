// What the training pages ask the server.
import { graphql, type ResultOf } from '../gql/graphql';

const TextFields = graphql(`
  fragment CourseTextFields on CourseText @_unmask {
    locale
    title
    summary
    body
  }
`);

export const CoursesQuery = graphql(
  `
    query Courses($stage: CourseStage, $archived: Boolean!, $search: String) {
      courses(stage: $stage, archived: $archived, search: $search) {
        id
        stage
        archivedAt
        texts {
          ...CourseTextFields
        }
        published {
          id
          number
        }
        draft {
          id
        }
      }
    }
  `,
  [TextFields],
);

export const VersionFields = graphql(
  `
    fragment CourseVersionFields on CourseVersion @_unmask {
      id
      number
      state
      publishedAt
      version
      texts {
        ...CourseTextFields
      }
      materials {
        id
        kind
        url
        file {
          id
          name
          bytes
          url
        }
        texts {
          ...CourseTextFields
        }
      }
      missions {
        id
        texts {
          ...CourseTextFields
        }
        steps {
          id
          shownBy
          dueDays
          teamMode
          texts {
            ...CourseTextFields
          }
        }
      }
    }
  `,
  [TextFields],
);
export type CourseContent = ResultOf<typeof VersionFields>;
export type Material = CourseContent['materials'][number];
export type Mission = CourseContent['missions'][number];
export type Step = Mission['steps'][number];
export type CourseText = CourseContent['texts'][number];

export const CourseQuery = graphql(
  `
    query Course($id: ID!) {
      course(courseId: $id) {
        id
        stage
        archivedAt
        version
        abilities {
          write
          archive
        }
        published {
          ...CourseVersionFields
        }
        draft {
          ...CourseVersionFields
        }
      }
    }
  `,
  [VersionFields],
);
export type CourseDetail = ResultOf<typeof CourseQuery>['course'];

export const CreateCourse = graphql(`
  mutation CreateCourse($input: CreateCourseInput!) {
    createCourse(input: $input) {
      course {
        id
      }
    }
  }
`);
export const CopyCourse = graphql(`
  mutation CopyCourse($input: CopyCourseInput!) {
    copyCourse(input: $input) {
      course {
        id
      }
    }
  }
`);
export const StartDraft = graphql(`
  mutation StartCourseDraft($input: StartCourseDraftInput!) {
    startCourseDraft(input: $input) {
      course {
        id
      }
    }
  }
`);
export const ArchiveCourse = graphql(`
  mutation ArchiveCourse($input: ArchiveCourseInput!) {
    archiveCourse(input: $input) {
      course {
        id
      }
    }
  }
`);
export const ChangeStage = graphql(`
  mutation ChangeCourseStage($input: ChangeCourseStageInput!) {
    changeCourseStage(input: $input) {
      course {
        id
      }
    }
  }
`);
export const PublishCourse = graphql(`
  mutation PublishCourse($input: PublishCourseInput!) {
    publishCourse(input: $input) {
      course {
        id
      }
    }
  }
`);
export const WriteText = graphql(`
  mutation WriteCourseText($input: WriteCourseTextInput!) {
    writeCourseText(input: $input) {
      courseVersion {
        id
        version
      }
    }
  }
`);
export const RemoveLanguage = graphql(`
  mutation RemoveCourseLanguage($input: RemoveCourseLanguageInput!) {
    removeCourseLanguage(input: $input) {
      courseVersion {
        id
        version
      }
    }
  }
`);
export const WriteMaterial = graphql(`
  mutation WriteCourseMaterial($input: WriteCourseMaterialInput!) {
    writeCourseMaterial(input: $input) {
      courseVersion {
        id
        version
      }
    }
  }
`);
export const WriteMission = graphql(`
  mutation WriteCourseMission($input: WriteCourseMissionInput!) {
    writeCourseMission(input: $input) {
      courseVersion {
        id
        version
      }
    }
  }
`);
export const WriteStep = graphql(`
  mutation WriteCourseStep($input: WriteCourseStepInput!) {
    writeCourseStep(input: $input) {
      courseVersion {
        id
        version
      }
    }
  }
`);
export const ArrangeParts = graphql(`
  mutation ArrangeCourseParts($input: ArrangeCoursePartsInput!) {
    arrangeCourseParts(input: $input) {
      courseVersion {
        id
        version
      }
    }
  }
`);
export const RemovePart = graphql(`
  mutation RemoveCoursePart($input: RemoveCoursePartInput!) {
    removeCoursePart(input: $input) {
      courseVersion {
        id
        version
      }
    }
  }
`);
