// What saved replies ask the server.
import { graphql, type ResultOf } from '../gql/graphql';

export const RepliesQuery = graphql(`
  query SavedReplies {
    savedReplies {
      id
      name
      body
      locale
      version
      abilities {
        change
      }
    }
  }
`);
export type SavedReply = ResultOf<typeof RepliesQuery>['savedReplies'][number];

export const CreateReply = graphql(`
  mutation CreateReply($input: CreateReplyInput!) {
    createReply(input: $input) {
      replies {
        id
        version
      }
    }
  }
`);

export const ChangeReply = graphql(`
  mutation ChangeReply($input: ChangeReplyInput!) {
    changeReply(input: $input) {
      replies {
        id
        version
      }
    }
  }
`);

export const DeleteReply = graphql(`
  mutation DeleteReply($input: DeleteReplyInput!) {
    deleteReply(input: $input) {
      replies {
        id
        version
      }
    }
  }
`);
