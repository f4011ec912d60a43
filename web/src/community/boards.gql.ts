// What is read of the boards. Nothing that names somebody may be asked for in the same document: the server refuses it.
import { graphql, type FragmentOf } from '../gql/graphql';

const authorFields = graphql(`
  fragment BoardAuthorFields on BoardAuthor @_unmask {
    number
    ko
    en
    official
    asker
    companyLabel
  }
`);
export type Author = FragmentOf<typeof authorFields>;

export const threadFields = graphql(
  `
    fragment BoardThreadFields on BoardThread @_unmask {
      id
      boardId
      title
      excerpt
      tags
      author {
        ...BoardAuthorFields
      }
      mine
      createdOn
      answers
      helpful
      lastSeq
      official
      accepted
      hidden
    }
  `,
  [authorFields],
);
export type Thread = FragmentOf<typeof threadFields>;

export const postFields = graphql(
  `
    fragment BoardPostFields on BoardPost @_unmask {
      id
      threadId
      seq
      kind
      parentId
      author {
        ...BoardAuthorFields
      }
      mine
      body
      pictures {
        id
        width
        height
        url
        thumbnailUrl
      }
      createdOn
      editedOn
      deletedOn
      hiddenOn
      hiddenReason
      accepted
      helpful
      markedByMe
      offered
      version
      abilities {
        edit
        delete
        accept
        mark
        report
        hide
        restore
        ban
        offer
      }
    }
  `,
  [authorFields],
);
export type Post = FragmentOf<typeof postFields>;

export const boardFields = graphql(`
  fragment BoardFields on Board @_unmask {
    id
    name
    about
    rules
    anonymous
    newestOn
    closedOn
    companyLabel
    version
    audience {
      everyone
      tiers
      companyIds
    }
    abilities {
      ask
      answer
      moderate
      arrange
    }
  }
`);
export type Board = FragmentOf<typeof boardFields>;

export const BoardsQuery = graphql(
  `
    query Boards {
      boards {
        ...BoardFields
      }
    }
  `,
  [boardFields],
);

export const BoardQuery = graphql(
  `
    query Board($boardId: ID!) {
      board(boardId: $boardId) {
        ...BoardFields
      }
      boardTags(boardId: $boardId)
    }
  `,
  [boardFields],
);

export const ThreadsQuery = graphql(
  `
    query BoardThreads(
      $boardId: ID!
      $order: BoardOrder!
      $search: String
      $tag: String
      $first: Int!
      $after: String
    ) {
      boardThreads(
        boardId: $boardId
        order: $order
        search: $search
        tag: $tag
        first: $first
        after: $after
      ) {
        edges {
          node {
            ...BoardThreadFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [threadFields],
);

export const ThreadQuery = graphql(
  `
    query BoardThread($boardId: ID!, $threadId: ID!) {
      board(boardId: $boardId) {
        ...BoardFields
      }
      boardThread(threadId: $threadId) {
        ...BoardThreadFields
      }
      boardTags(boardId: $boardId)
    }
  `,
  [boardFields, threadFields],
);

export const PostsQuery = graphql(
  `
    query BoardPosts($threadId: ID!, $first: Int!, $after: String) {
      boardThread(threadId: $threadId) {
        id
        posts(first: $first, after: $after) {
          edges {
            node {
              ...BoardPostFields
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [postFields],
);

export const SimilarQuery = graphql(
  `
    query SimilarBoardThreads($boardId: ID!, $text: String!) {
      similarBoardThreads(boardId: $boardId, text: $text) {
        ...BoardThreadFields
      }
    }
  `,
  [threadFields],
);

export const FindingsQuery = graphql(`
  query BoardTextFindings($text: String!) {
    boardTextFindings(text: $text) {
      kind
      start
      end
      text
    }
  }
`);

export const MineQuery = graphql(
  `
    query MyBoardThreads($threadIds: [ID!]!) {
      myBoardThreads(threadIds: $threadIds) {
        ...BoardThreadFields
      }
    }
  `,
  [threadFields],
);

export const FactsQuery = graphql(`
  query BoardFacts {
    boardFacts {
      ownCluster
      keys
      leastCompanies
      leastPeople
      labelFrom
    }
  }
`);
