// What the inbox asks besides its threads: names for its filters, and the load of the team.
import { graphql } from '../gql/graphql';

export const FilterCompaniesQuery = graphql(`
  query FilterCompanies($search: String) {
    companies(search: $search, first: 20) {
      edges {
        node {
          id
          name
          space {
            id
          }
        }
      }
    }
  }
`);

export const FilterSpaceQuery = graphql(`
  query FilterSpace($id: ID!) {
    space(id: $id) {
      id
      company {
        id
        name
      }
    }
  }
`);

export const TeamLoadQuery = graphql(`
  query TeamLoad {
    teamLoad {
      person {
        id
        name
        active
      }
      inProgress
      waitingForUs
      oldestWait
    }
  }
`);
