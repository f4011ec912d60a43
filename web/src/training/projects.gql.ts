// What the pages about training projects ask the server.
import { graphql, type ResultOf } from '../gql/graphql';
import { ProgressParts } from './missions.gql';

export const ProjectQuery = graphql(
  `
    query TrainingProject($id: ID!) {
      trainingProject(trainingProjectId: $id) {
        id
        endedAt
        company {
          id
          handle
          name
        }
        courseTexts {
          locale
          title
        }
        trainingSession {
          id
          startsAt
        }
        progress {
          ...MissionProgressParts
        }
        members {
          id
          person {
            id
            name
            title
          }
          progress {
            ...MissionProgressParts
          }
        }
        steps {
          id
          teamMode
          dueAt
          texts {
            locale
            title
          }
          missionTexts {
            locale
            title
          }
          progress {
            ...MissionProgressParts
          }
        }
        missionSteps {
          id
          courseStepId
          state
          late
          sentBack
          person {
            id
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
  `,
  [ProgressParts],
);
export type Project = ResultOf<typeof ProjectQuery>['trainingProject'];
export type ProjectStep = Project['steps'][number];
export type Cell = Project['missionSteps'][number];

const RowParts = graphql(
  `
    fragment TrainingProjectRowParts on TrainingProject @_unmask {
      id
      endedAt
      company {
        id
        name
      }
      courseTexts {
        locale
        title
      }
      progress {
        ...MissionProgressParts
      }
    }
  `,
  [ProgressParts],
);
export type ProjectRow = ResultOf<typeof RowParts>;

export const SessionProjectsQuery = graphql(
  `
    query SessionTrainingProjects($id: ID!) {
      trainingSession(trainingSessionId: $id) {
        id
        trainingProjects {
          ...TrainingProjectRowParts
        }
      }
    }
  `,
  [RowParts],
);

export const CompanyProjectsQuery = graphql(
  `
    query CompanyTrainingProjects($handle: String!) {
      companyByHandle(handle: $handle) {
        id
        trainingProjects {
          ...TrainingProjectRowParts
        }
      }
    }
  `,
  [RowParts],
);
