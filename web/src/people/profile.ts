// The command on oneself.
import { graphql } from '../gql/graphql';

export const UpdateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      done
    }
  }
`);
