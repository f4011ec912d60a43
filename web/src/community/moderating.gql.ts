// What our team does on the boards: moderation, and the boards themselves.
import { graphql, type ResultOf } from '../gql/graphql';
import { boardFields, postFields } from './boards.gql';

export const ReportedQuery = graphql(
  `
    query ReportedBoardPosts {
      reportedBoardPosts {
        boardId
        post {
          ...BoardPostFields
        }
        reports {
          id
          reason
          words
          reportedOn
        }
      }
    }
  `,
  [postFields],
);
export type Reported = ResultOf<typeof ReportedQuery>['reportedBoardPosts'][number];

export const OfferedQuery = graphql(
  `
    query OfferedBoardAnswers($first: Int!, $after: String) {
      offeredBoardAnswers(first: $first, after: $after) {
        edges {
          node {
            boardId
            boardName
            title
            question
            tags
            offeredOn
            offeredBy
            post {
              ...BoardPostFields
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
  [postFields],
);
export type Offered = ResultOf<typeof OfferedQuery>['offeredBoardAnswers']['edges'][number]['node'];

export const Offer = graphql(`
  mutation OfferBoardAnswer($input: OfferBoardAnswerInput!) {
    offerBoardAnswer(input: $input) {
      post {
        id
        offered
      }
    }
  }
`);

export const DecisionsQuery = graphql(`
  query BoardDecisions($boardId: ID!, $first: Int!, $after: String) {
    board(boardId: $boardId) {
      id
      decisions(first: $first, after: $after) {
        edges {
          node {
            id
            kind
            reason
            moderatorName
            decidedOn
            liftable
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const Hide = graphql(`
  mutation HideBoardPost($input: HideBoardPostInput!) {
    hideBoardPost(input: $input) {
      post {
        id
      }
    }
  }
`);
export const Restore = graphql(`
  mutation RestoreBoardPost($input: RestoreBoardPostInput!) {
    restoreBoardPost(input: $input) {
      post {
        id
      }
    }
  }
`);
export const Dismiss = graphql(`
  mutation DismissBoardReports($input: DismissBoardReportsInput!) {
    dismissBoardReports(input: $input) {
      post {
        id
      }
    }
  }
`);
export const Ban = graphql(`
  mutation BanBoardAuthor($input: BanBoardAuthorInput!) {
    banBoardAuthor(input: $input) {
      post {
        id
      }
    }
  }
`);
export const Lift = graphql(`
  mutation LiftBoardBan($input: LiftBoardBanInput!) {
    liftBoardBan(input: $input) {
      board {
        id
      }
    }
  }
`);
export const OpenBoard = graphql(
  `
    mutation OpenBoard($input: OpenBoardInput!) {
      openBoard(input: $input) {
        board {
          ...BoardFields
        }
      }
    }
  `,
  [boardFields],
);
export const ChangeBoard = graphql(
  `
    mutation ChangeBoard($input: ChangeBoardInput!) {
      changeBoard(input: $input) {
        board {
          ...BoardFields
        }
      }
    }
  `,
  [boardFields],
);
export const CloseBoard = graphql(
  `
    mutation CloseBoard($input: CloseBoardInput!) {
      closeBoard(input: $input) {
        board {
          ...BoardFields
        }
      }
    }
  `,
  [boardFields],
);

/** Names of companies stand nowhere on the boards: they are asked for apart. */
export const BoardCompaniesQuery = graphql(`
  query BoardCompanies($search: String) {
    companies(first: 50, search: $search) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);
export const BoardCompanyQuery = graphql(`
  query BoardCompany($id: ID!) {
    node(id: $id) {
      __typename
      ... on Company {
        id
        name
      }
    }
  }
`);
