// What the palette finds on the server; what only staff may find stands behind $staff.
import { graphql } from '../../gql/graphql';

export const FoundThread = graphql(`
  fragment FoundThread on Thread @_unmask {
    id
    number
    heading
    state
    space {
      id
      company {
        id
        handle
        name
      }
    }
  }
`);

export const FindQuery = graphql(
  `
    query Find($search: String!, $staff: Boolean!) {
      threads(queue: ALL, search: $search, first: 8) {
        edges {
          node {
            ...FoundThread
          }
        }
      }
      companies(search: $search, first: 5) @include(if: $staff) {
        edges {
          node {
            id
            handle
            name
          }
        }
      }
      people(search: $search, first: 5) @include(if: $staff) {
        edges {
          node {
            id
            name
            email
          }
        }
      }
    }
  `,
  [FoundThread],
);

/** A number finds closed threads too. */
export const FindNumberQuery = graphql(
  `
    query FindNumber($number: Int!) {
      threadByNumber(number: $number) {
        ...FoundThread
      }
    }
  `,
  [FoundThread],
);

export const SeenQuery = graphql(
  `
    query Seen($threadIds: [ID!]!) {
      threads(queue: ALL, threadIds: $threadIds, first: 8) {
        edges {
          node {
            ...FoundThread
          }
        }
      }
    }
  `,
  [FoundThread],
);
