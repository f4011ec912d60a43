// What is asked about new content.
import { graphql } from '../gql/graphql';
import { VersionFields } from './training.gql';

export const PreviewQuery = graphql(`
  query AnnouncementPreview(
    $courseVersionId: ID!
    $audience: AnnouncementAudience!
    $tier: Tier
    $companyIds: [ID!]
  ) {
    announcementPreview(
      courseVersionId: $courseVersionId
      audience: $audience
      tier: $tier
      companyIds: $companyIds
    ) {
      companies
      people
      announced
    }
  }
`);

export const AnnounceCourse = graphql(`
  mutation AnnounceCourse($input: AnnounceCourseInput!) {
    announceCourse(input: $input) {
      companies
    }
  }
`);

export const NewContentQuery = graphql(`
  query NewContent {
    newContent {
      at
      courseVersion {
        id
        course {
          id
          stage
        }
        texts {
          locale
          title
          summary
        }
      }
    }
  }
`);

export const ContentQuery = graphql(
  `
    query CourseContent($id: ID!) {
      node(id: $id) {
        __typename
        ... on CourseVersion {
          ...CourseVersionFields
          course {
            id
            stage
          }
        }
      }
    }
  `,
  [VersionFields],
);
