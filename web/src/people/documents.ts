// What several of these pages ask for or command.
import { graphql } from '../gql/graphql';

/** What contacts may read too: both sides of the space and one's rights in it. */
export const CompanyMembers = graphql(`
  fragment CompanyMembers on Company {
    id
    handle
    name
    abilities {
      invite
    }
    space {
      id
      abilities {
        manageMembers
      }
      members {
        side
        role
        joinedAt
        person {
          id
          name
          title
          email
          avatarColor
        }
      }
    }
  }
`);

/** Apart from the rest: only those who may invite are answered. */
export const CompanyInvitations = graphql(`
  query CompanyInvitations($handle: String!) {
    companyByHandle(handle: $handle) {
      id
      invitations {
        email
        name
        role
        sentAt
        expiresAt
      }
    }
  }
`);

export const InviteContacts = graphql(`
  mutation InviteContacts($input: InviteContactsInput!) {
    inviteContacts(input: $input) {
      done
    }
  }
`);

export const RemoveContact = graphql(`
  mutation RemoveContact($input: RemoveContactInput!) {
    removeContact(input: $input) {
      done
    }
  }
`);

export const ChangeMemberRole = graphql(`
  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {
    changeMemberRole(input: $input) {
      space {
        id
      }
    }
  }
`);
