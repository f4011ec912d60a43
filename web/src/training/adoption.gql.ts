// What the page about adoption asks the server.
import { graphql, type ResultOf } from '../gql/graphql';

const FiguresParts = graphql(`
  fragment AdoptionFiguresParts on AdoptionFigures @_unmask {
    threads {
      category
      count
    }
    threadCount
    messages
  }
`);
export type Figures = ResultOf<typeof FiguresParts>;

export const AdoptionQuery = graphql(
  `
    query TrainingAdoption($courseId: ID, $weeks: Int, $first: Int!, $after: String) {
      trainingAdoption(courseId: $courseId, weeks: $weeks, first: $first, after: $after) {
        edges {
          node {
            company {
              id
              handle
              name
            }
            trainingSession {
              id
              startsAt
              courseVersion {
                id
                texts {
                  locale
                  title
                }
              }
            }
            stepsGiven
            stepsPassed
            otherTrainings
            completeAt
            before {
              fromWeek
              toWeek
              figures {
                ...AdoptionFiguresParts
              }
            }
            after {
              fromWeek
              toWeek
              figures {
                ...AdoptionFiguresParts
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
  [FiguresParts],
);
export type Adoption = ResultOf<typeof AdoptionQuery>['trainingAdoption']['edges'][number]['node'];

export const AdoptionSumsQuery = graphql(
  `
    query AdoptionSums($courseId: ID, $weeks: Int) {
      trainingAdoption(courseId: $courseId, weeks: $weeks, first: 1) {
        weeks
        sums {
          trainings
          compared
          stepsGiven
          stepsPassed
          before {
            ...AdoptionFiguresParts
          }
          after {
            ...AdoptionFiguresParts
          }
        }
      }
    }
  `,
  [FiguresParts],
);
export type Sums = ResultOf<typeof AdoptionSumsQuery>['trainingAdoption']['sums'];
