// What the notification centre asks the server.
import { graphql, type ResultOf } from '../gql/graphql';

export const UnreadQuery = graphql(`
  query UnreadNotifications {
    unreadNotifications
  }
`);

export const NotificationsQuery = graphql(`
  query Notifications($first: Int!, $after: String) {
    notifications(first: $first, after: $after) {
      edges {
        node {
          id
          kind
          at
          count
          read
          excerpt
          actor {
            id
            name
          }
          report {
            id
            week
            headline
          }
          trainingSession {
            id
            courseVersion {
              id
              texts {
                locale
                title
              }
            }
          }
          boardThread {
            id
            boardId
            boardName
            title
          }
          newContent {
            id
            texts {
              locale
              title
            }
          }
          certificate {
            id
            titles {
              locale
              title
            }
          }
          missionStep {
            id
            texts {
              locale
              title
            }
          }
          thread {
            id
            number
            heading
            space {
              id
              company {
                id
                handle
                name
              }
            }
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
export type NotificationItem = ResultOf<typeof NotificationsQuery>['notifications']['edges'][number]['node'];

export const MarkNotificationsRead = graphql(`
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      unread
    }
  }
`);

export const SettingsQuery = graphql(`
  query NotificationSettings {
    notificationSettings {
      kind
      inApp
      mail
    }
  }
`);

export const ChooseNotification = graphql(`
  mutation ChooseNotification($input: ChooseNotificationInput!) {
    chooseNotification(input: $input) {
      settings {
        kind
        inApp
        mail
      }
    }
  }
`);

export const SwitchMails = graphql(`
  mutation SwitchMails($input: SwitchMailsInput!) {
    switchMails(input: $input) {
      on
    }
  }
`);
