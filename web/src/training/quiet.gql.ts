// What the page about quiet companies asks the server.
import { graphql, type ResultOf } from '../gql/graphql';

export const QuietQuery = graphql(`
  query QuietCompanies($weeks: Int, $trained: Boolean, $first: Int!, $after: String) {
    quietCompanies(weeks: $weeks, trained: $trained, first: $first, after: $after) {
      edges {
        node {
          since
          weeks
          lastWordAt
          trainedAt
          company {
            id
            handle
            name
            space {
              id
            }
          }
          lastTraining {
            id
            courseVersion {
              id
              texts {
                locale
                title
              }
            }
          }
          responsible {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
export type Quiet = ResultOf<typeof QuietQuery>['quietCompanies']['edges'][number]['node'];

/** How many there are, and from which silence on. */
export const QuietCountQuery = graphql(`
  query QuietCount($weeks: Int, $trained: Boolean) {
    quietCompanies(weeks: $weeks, trained: $trained, first: 1) {
      weeks
      totalCount
    }
  }
`);
