// What the pages about missions ask the server.
import { graphql, type ResultOf } from '../gql/graphql';
import { ThreadRowFields } from '../threads/threads.gql';

const StepParts = graphql(`
  fragment MissionStepParts on MissionStep @_unmask {
    id
    state
    done
    late
    dueAt
    shownBy
    teamMode
    team {
      people
      passed
    }
    texts {
      locale
      title
    }
    missionTexts {
      locale
      title
    }
    project {
      id
      courseTexts {
        locale
        title
      }
    }
    abilities {
      submit
    }
  }
`);

export const MyMissionsQuery = graphql(
  `
    query MyMissions {
      myMissions {
        ...MissionStepParts
        troubles {
          id
        }
      }
    }
  `,
  [StepParts],
);
export type MyStep = ResultOf<typeof MyMissionsQuery>['myMissions'][number];

export const ProgressParts = graphql(`
  fragment MissionProgressParts on MissionProgress @_unmask {
    steps
    open
    submitted
    again
    passed
    late
  }
`);
export type Progress = ResultOf<typeof ProgressParts>;

/** How the whole company is getting on: per person for its owner, praise for everybody. */
export const OurProjectsQuery = graphql(
  `
    query OurTrainingProjects {
      me {
        company {
          space {
            id
            trainingProjects {
              id
              endedAt
              courseTexts {
                locale
                title
              }
              progress {
                ...MissionProgressParts
              }
              members {
                id
                person {
                  id
                  name
                }
                progress {
                  ...MissionProgressParts
                }
              }
              praise {
                id
                words
                at
                person {
                  id
                  name
                }
              }
            }
          }
        }
      }
    }
  `,
  [ProgressParts],
);

const ShownParts = graphql(`
  fragment MissionShownParts on MissionSubmission @_unmask {
    id
    at
    words
    url
    file {
      id
      name
      url
      inline
    }
    person {
      id
      name
    }
    review {
      verdict
      comment
      praise
      at
      reviewer {
        id
        name
      }
    }
  }
`);
export type Shown = ResultOf<typeof ShownParts>;

export const MissionQuery = graphql(
  `
    query Mission($id: ID!) {
      node(id: $id) {
        __typename
        ... on MissionStep {
          ...MissionStepParts
          instructions: texts {
            locale
            body
          }
          sentBack
          person {
            id
            name
          }
          project {
            id
            company {
              id
              handle
              name
              space {
                id
              }
            }
          }
          abilities {
            submit
            ask
          }
          submissions {
            ...MissionShownParts
            abilities {
              review
            }
          }
          troubles {
            ...ThreadRowFields
          }
        }
      }
    }
  `,
  [StepParts, ShownParts, ThreadRowFields],
);
export type Mission = Extract<
  NonNullable<ResultOf<typeof MissionQuery>['node']>,
  { __typename: 'MissionStep' }
>;

export const SubmitStep = graphql(`
  mutation SubmitStep($input: SubmitStepInput!) {
    submitStep(input: $input) {
      missionStep {
        id
        state
      }
    }
  }
`);

export const ReviewsQuery = graphql(
  `
    query MissionReviews($first: Int!, $after: String) {
      missionReviewCounts {
        all
        repeated
      }
      missionReviews(first: $first, after: $after) {
        edges {
          node {
            ...MissionShownParts
            abilities {
              review
            }
            missionStep {
              ...MissionStepParts
              sentBack
              instructions: texts {
                locale
                body
              }
              project {
                id
                company {
                  id
                  handle
                  name
                }
              }
              submissions {
                ...MissionShownParts
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [StepParts, ShownParts],
);
export type Waiting = ResultOf<typeof ReviewsQuery>['missionReviews']['edges'][number]['node'];

export const ReviewSubmission = graphql(`
  mutation ReviewSubmission($input: ReviewSubmissionInput!) {
    reviewSubmission(input: $input) {
      submission {
        id
        review {
          verdict
        }
      }
    }
  }
`);

export const StuckQuery = graphql(`
  query StuckSteps {
    stuckSteps {
      id
      people
      late
      sentBack
      share
      troubles
      troubledCompanies
      courseTexts {
        locale
        title
      }
      missionTexts {
        locale
        title
      }
      texts {
        locale
        title
      }
    }
  }
`);
