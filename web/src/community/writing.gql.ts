// What is written on the boards, and what readers do with it.
import { graphql } from '../gql/graphql';
import { postFields, threadFields } from './boards.gql';

export const Ask = graphql(
  `
    mutation AskOnBoard($input: AskOnBoardInput!) {
      askOnBoard(input: $input) {
        thread {
          ...BoardThreadFields
        }
      }
    }
  `,
  [threadFields],
);
export const Say = graphql(
  `
    mutation SayOnBoard($input: SayOnBoardInput!) {
      sayOnBoard(input: $input) {
        post {
          ...BoardPostFields
        }
      }
    }
  `,
  [postFields],
);
export const Edit = graphql(
  `
    mutation EditBoardPost($input: EditBoardPostInput!) {
      editBoardPost(input: $input) {
        post {
          ...BoardPostFields
        }
      }
    }
  `,
  [postFields],
);
export const Delete = graphql(
  `
    mutation DeleteBoardPost($input: DeleteBoardPostInput!) {
      deleteBoardPost(input: $input) {
        postId
        thread {
          ...BoardThreadFields
        }
      }
    }
  `,
  [threadFields],
);
export const Accept = graphql(
  `
    mutation AcceptBoardAnswer($input: AcceptBoardAnswerInput!) {
      acceptBoardAnswer(input: $input) {
        post {
          ...BoardPostFields
        }
      }
    }
  `,
  [postFields],
);
export const Mark = graphql(
  `
    mutation MarkBoardPost($input: MarkBoardPostInput!) {
      markBoardPost(input: $input) {
        post {
          ...BoardPostFields
        }
      }
    }
  `,
  [postFields],
);
export const Report = graphql(`
  mutation ReportBoardPost($input: ReportBoardPostInput!) {
    reportBoardPost(input: $input) {
      post {
        id
      }
    }
  }
`);
