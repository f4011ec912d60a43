// Following on boards with names: said by name, so it is asked for apart from all that the boards say.
import { graphql } from '../gql/graphql';

export const FollowsQuery = graphql(`
  query FollowsBoardThread($threadId: ID!) {
    followsBoardThread(threadId: $threadId)
  }
`);

export const Follow = graphql(`
  mutation FollowBoardThread($input: FollowBoardThreadInput!) {
    followBoardThread(input: $input) {
      threadId
      following
    }
  }
`);
