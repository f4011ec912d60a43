// What the threads pages ask the server; staff-only fields stand behind $desk, because contacts are refused them.
import { graphql, type ResultOf } from '../gql/graphql';

export const ThreadRowFields = graphql(`
  fragment ThreadRowFields on Thread @_unmask {
    id
    number
    heading
    state
    unread
    messageCount
    lastMessageAt
    unansweredSince
    assignee {
      id
      name
      avatarColor
    }
    openedBy {
      id
      name
    }
  }
`);

export const SpaceQuery = graphql(`
  query Space($handle: String!) {
    companyByHandle(handle: $handle) {
      id
      handle
      name
      space {
        id
        usualAnswer
        abilities {
          openThread
        }
        members {
          side
          person {
            id
            name
            avatarColor
            title
            active
          }
        }
      }
    }
  }
`);

export const SpaceThreadsQuery = graphql(
  `
    query SpaceThreads($handle: String!, $queue: Queue!, $search: String, $first: Int!, $after: String) {
      companyByHandle(handle: $handle) {
        id
        space {
          id
          threads(queue: $queue, search: $search, first: $first, after: $after) {
            edges {
              node {
                ...ThreadRowFields
              }
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    }
  `,
  [ThreadRowFields],
);

export const InboxThreadsQuery = graphql(
  `
    query InboxThreads(
      $queue: Queue!
      $order: ThreadOrder!
      $search: String
      $assigneeId: ID
      $unassigned: Boolean!
      $tagId: ID
      $spaceId: ID
      $threadIds: [ID!]
      $first: Int!
      $after: String
    ) {
      threads(
        queue: $queue
        order: $order
        search: $search
        assigneeId: $assigneeId
        unassigned: $unassigned
        tagId: $tagId
        spaceId: $spaceId
        threadIds: $threadIds
        first: $first
        after: $after
      ) {
        edges {
          node {
            ...ThreadRowFields
            priority
            space {
              id
              company {
                id
                name
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
  `,
  [ThreadRowFields],
);

export const QueueCountsQuery = graphql(`
  query QueueCounts {
    queueCounts {
      all
      mine
      unassigned
      unread
      waitingForUs
    }
  }
`);

const AttachmentFields = graphql(`
  fragment AttachmentFields on Attachment @_unmask {
    id
    name
    mediaType
    bytes
    width
    height
    url
    thumbnailUrl
    inline
  }
`);

export const MessageFields = graphql(
  `
    fragment MessageFields on Message @_unmask {
      attachments {
        ...AttachmentFields
      }
      id
      seq
      side
      body
      createdAt
      editedAt
      deletedAt
      version
      planning {
        decision
      }
      author {
        id
        name
        avatarColor
        title
        active
      }
      abilities {
        edit
        delete
      }
    }
  `,
  [AttachmentFields],
);

export const NoteFields = graphql(
  `
    fragment NoteFields on Note @_unmask {
      attachments {
        ...AttachmentFields
      }
      id
      body
      createdAt
      editedAt
      deletedAt
      version
      openToPlanners
      author {
        id
        name
        avatarColor
        title
        active
      }
      abilities {
        edit
        delete
      }
    }
  `,
  [AttachmentFields],
);

/** The thread and a page of its timeline in one answer, so that the state and the messages always agree. */
export const ThreadQuery = graphql(
  `
    query Thread($id: ID!, $desk: Boolean!, $first: Int!, $after: String) {
      thread(id: $id) {
        id
        number
        title
        heading
        state
        channel
        imported
        createdAt
        messageCount
        unread
        seenSeq
        version
        assignee {
          id
          name
          avatarColor
        }
        openedBy {
          id
          name
        }
        follows {
          id
          number
          heading
        }
        followedBy {
          id
          number
          heading
        }
        space {
          id
          company {
            id
            handle
            name
          }
        }
        abilities {
          post
          note
          resolve
          reopen
          rename
          assign
          triage
        }
        priority @include(if: $desk)
        tags @include(if: $desk) {
          id
          name
        }
        timeline(first: $first, after: $after) {
          edges {
            node {
              __typename
              ...MessageFields
              ...NoteFields
              ... on ThreadChange {
                id
                at
                state
                actor {
                  id
                  name
                }
                assignee {
                  id
                  name
                  avatarColor
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
    }
  `,
  [MessageFields, NoteFields],
);

export const RevisionsQuery = graphql(`
  query Revisions($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Message {
        revisions {
          body
          replacedAt
          version
        }
      }
    }
  }
`);

export const ColleaguesQuery = graphql(`
  query Colleagues {
    people(staff: true, first: 100) {
      edges {
        node {
          id
          name
          avatarColor
          staffRole
          active
        }
      }
    }
  }
`);

export const TagsQuery = graphql(`
  query Tags {
    tags {
      id
      name
    }
  }
`);

export const OpenThread = graphql(`
  mutation OpenThread($input: OpenThreadInput!) {
    openThread(input: $input) {
      thread {
        id
      }
    }
  }
`);
export const PostMessage = graphql(`
  mutation PostMessage($input: PostMessageInput!) {
    postMessage(input: $input) {
      thread {
        id
      }
      message {
        id
      }
    }
  }
`);
export const WriteNote = graphql(`
  mutation WriteNote($input: WriteNoteInput!) {
    writeNote(input: $input) {
      note {
        id
      }
    }
  }
`);
export const EditMessage = graphql(`
  mutation EditMessage($input: EditMessageInput!) {
    editMessage(input: $input) {
      message {
        id
      }
    }
  }
`);
export const EditNote = graphql(`
  mutation EditNote($input: EditNoteInput!) {
    editNote(input: $input) {
      note {
        id
      }
    }
  }
`);
export const DeleteMessage = graphql(`
  mutation DeleteMessage($input: DeleteMessageInput!) {
    deleteMessage(input: $input) {
      message {
        id
      }
    }
  }
`);
export const DeleteNote = graphql(`
  mutation DeleteNote($input: DeleteNoteInput!) {
    deleteNote(input: $input) {
      note {
        id
      }
    }
  }
`);
export const ResolveThread = graphql(`
  mutation ResolveThread($input: ResolveThreadInput!) {
    resolveThread(input: $input) {
      thread {
        id
      }
    }
  }
`);
export const ReopenThread = graphql(`
  mutation ReopenThread($input: ReopenThreadInput!) {
    reopenThread(input: $input) {
      thread {
        id
      }
    }
  }
`);
export const RenameThread = graphql(`
  mutation RenameThread($input: RenameThreadInput!) {
    renameThread(input: $input) {
      thread {
        id
      }
    }
  }
`);
export const ChangeThreads = graphql(`
  mutation ChangeThreads($input: ChangeThreadsInput!) {
    changeThreads(input: $input) {
      changeId
      threads {
        id
      }
      refused {
        threadId
        code
        reason
        message
      }
    }
  }
`);
export const UndoThreadChanges = graphql(`
  mutation UndoThreadChanges($input: UndoThreadChangesInput!) {
    undoThreadChanges(input: $input) {
      threads {
        id
      }
      refused {
        thread {
          id
          number
        }
      }
    }
  }
`);
export const SetThreadPriority = graphql(`
  mutation SetThreadPriority($input: SetThreadPriorityInput!) {
    setThreadPriority(input: $input) {
      thread {
        id
      }
    }
  }
`);
export const SetThreadTags = graphql(`
  mutation SetThreadTags($input: SetThreadTagsInput!) {
    setThreadTags(input: $input) {
      thread {
        id
      }
    }
  }
`);
export const CreateTag = graphql(`
  mutation CreateTag($input: CreateTagInput!) {
    createTag(input: $input) {
      tag {
        id
        name
      }
    }
  }
`);
export const ShowPresence = graphql(`
  mutation ShowPresence($input: ShowPresenceInput!) {
    showPresence(input: $input) {
      done
    }
  }
`);

export const MarkThreadRead = graphql(`
  mutation MarkThreadRead($input: MarkThreadReadInput!) {
    markThreadRead(input: $input) {
      thread {
        id
      }
    }
  }
`);

export type ThreadInList = ResultOf<typeof ThreadRowFields>;
export type ThreadInInbox = ResultOf<typeof InboxThreadsQuery>['threads']['edges'][number]['node'];
type ThreadAnswer = ResultOf<typeof ThreadQuery>['thread'];
export type ThreadHead = Omit<ThreadAnswer, 'timeline'>;
export type Entry = ThreadAnswer['timeline']['edges'][number]['node'];
export type MessageItem = Extract<Entry, { __typename: 'Message' }>;
export type NoteItem = Extract<Entry, { __typename: 'Note' }>;
export type ChangeItem = Extract<Entry, { __typename: 'ThreadChange' }>;
