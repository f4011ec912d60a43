// What is asked about being stuck on a step.
import { graphql, type ResultOf } from '../gql/graphql';

const TroubleParts = graphql(`
  fragment MissionTroubleParts on MissionTrouble @_unmask {
    id
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
    progress {
      steps
      passed
    }
    missionStep {
      id
    }
  }
`);

export const ThreadTroubleQuery = graphql(
  `
    query ThreadTrouble($id: ID!) {
      thread(id: $id) {
        id
        openedBy {
          id
          name
        }
        space {
          id
          company {
            id
            handle
          }
        }
        missionTrouble {
          ...MissionTroubleParts
        }
      }
    }
  `,
  [TroubleParts],
);

export const TroublesQuery = graphql(
  `
    query MissionTroubles($stepId: ID, $first: Int!, $after: String) {
      missionTroubles(stepId: $stepId, first: $first, after: $after) {
        edges {
          node {
            ...MissionTroubleParts
            thread {
              id
              number
              heading
              state
              createdAt
              openedBy {
                id
                name
              }
              space {
                id
                company {
                  id
                  handle
                  name
                }
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
  [TroubleParts],
);
export type Trouble = ResultOf<typeof TroublesQuery>['missionTroubles']['edges'][number]['node'];

export const OpenTrouble = graphql(`
  mutation OpenTrouble($input: OpenTroubleInput!) {
    openTrouble(input: $input) {
      thread {
        id
      }
    }
  }
`);
