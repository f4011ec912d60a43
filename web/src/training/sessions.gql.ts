// What the pages about sessions ask the server.
import { graphql, type ResultOf } from '../gql/graphql';

export const SessionsQuery = graphql(`
  query TrainingSessions($when: TrainingWhen!, $courseId: ID, $first: Int!, $after: String) {
    trainingSessions(when: $when, courseId: $courseId, first: $first, after: $after) {
      edges {
        node {
          id
          state
          startsAt
          endsAt
          place
          link
          feedbackUntil
          courseVersion {
            id
            texts {
              locale
              title
              summary
            }
            course {
              id
              stage
            }
          }
          trainer {
            id
            name
          }
          mine {
            id
            attendedAt
          }
          figures {
            participants
            attended
            feedbacks
            average
            median
          }
          feedback {
            id
            score
          }
          abilities {
            join
            attend
            giveFeedback
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
export type SessionRow = ResultOf<typeof SessionsQuery>['trainingSessions']['edges'][number]['node'];

/** Of the staff. */
export const SessionQuery = graphql(`
  query TrainingSession($id: ID!) {
    trainingSession(trainingSessionId: $id) {
      id
      state
      startsAt
      endsAt
      place
      link
      version
      capacity
      code
      courseVersion {
        id
        number
        texts {
          locale
          title
          summary
        }
        course {
          id
          stage
        }
      }
      trainer {
        id
        name
      }
      openTo {
        id
        name
      }
      participants {
        id
        attendedAt
        attendedBy
        person {
          id
          name
          title
        }
        company {
          id
          name
        }
      }
      figures {
        participants
        attended
        feedbacks
        average
        median
        scores
      }
      feedback {
        id
        score
        words
        givenAt
        person {
          id
          name
        }
        company {
          id
          name
        }
      }
      abilities {
        change
        invite
        hold
        markAttendance
        end
        cancel
      }
    }
  }
`);
export type SessionDetail = ResultOf<typeof SessionQuery>['trainingSession'];

/** Of a contact. */
export const MySessionQuery = graphql(`
  query MyTrainingSession($id: ID!) {
    trainingSession(trainingSessionId: $id) {
      id
      state
      startsAt
      endsAt
      place
      link
      calendarUrl
      feedbackUntil
      courseVersion {
        id
        texts {
          locale
          title
          summary
          body
        }
        course {
          id
          stage
        }
        materials {
          id
          kind
          url
          file {
            id
            name
            bytes
            url
          }
          texts {
            locale
            title
            summary
            body
          }
        }
      }
      trainer {
        id
        name
      }
      mine {
        id
        attendedAt
      }
      participants {
        id
        person {
          id
          name
        }
      }
      feedback {
        id
        score
        words
      }
      abilities {
        join
        leave
        attend
        giveFeedback
      }
    }
  }
`);
export type MySession = ResultOf<typeof MySessionQuery>['trainingSession'];

export const TrainersQuery = graphql(`
  query Trainers {
    people(staff: true, first: 100) {
      edges {
        node {
          id
          name
          staffRole
          active
        }
      }
    }
  }
`);

export const CompaniesToChoose = graphql(`
  query TrainingCompanies($search: String) {
    companies(first: 20, search: $search) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

export const ContactsQuery = graphql(`
  query TrainingContacts($companyId: ID!) {
    people(companyId: $companyId, staff: false, first: 100) {
      edges {
        node {
          id
          name
          title
          email
          active
        }
      }
    }
  }
`);

export const PlanSession = graphql(`
  mutation PlanTrainingSession($input: PlanTrainingSessionInput!) {
    planTrainingSession(input: $input) {
      trainingSession {
        id
      }
    }
  }
`);
export const ChangeSession = graphql(`
  mutation ChangeTrainingSession($input: ChangeTrainingSessionInput!) {
    changeTrainingSession(input: $input) {
      trainingSession {
        id
      }
    }
  }
`);
export const Invite = graphql(`
  mutation InviteToTraining($input: InviteToTrainingInput!) {
    inviteToTraining(input: $input) {
      trainingSession {
        id
      }
    }
  }
`);
export const RemoveParticipant = graphql(`
  mutation RemoveTrainingParticipant($input: RemoveTrainingParticipantInput!) {
    removeTrainingParticipant(input: $input) {
      trainingSession {
        id
      }
    }
  }
`);
export const Hold = graphql(`
  mutation HoldTrainingSession($input: HoldTrainingSessionInput!) {
    holdTrainingSession(input: $input) {
      trainingSession {
        id
        state
      }
    }
  }
`);
export const Mark = graphql(`
  mutation MarkTrainingAttendance($input: MarkTrainingAttendanceInput!) {
    markTrainingAttendance(input: $input) {
      trainingSession {
        id
        participants {
          id
          attendedAt
          attendedBy
        }
      }
    }
  }
`);
export const EndSession = graphql(`
  mutation EndTrainingSession($input: EndTrainingSessionInput!) {
    endTrainingSession(input: $input) {
      trainingSession {
        id
        state
      }
    }
  }
`);
export const CancelSession = graphql(`
  mutation CancelTrainingSession($input: CancelTrainingSessionInput!) {
    cancelTrainingSession(input: $input) {
      trainingSession {
        id
        state
      }
    }
  }
`);
export const Join = graphql(`
  mutation JoinTrainingSession($input: JoinTrainingSessionInput!) {
    joinTrainingSession(input: $input) {
      trainingSession {
        id
      }
    }
  }
`);
export const Leave = graphql(`
  mutation LeaveTrainingSession($input: LeaveTrainingSessionInput!) {
    leaveTrainingSession(input: $input) {
      done
    }
  }
`);
export const Attend = graphql(`
  mutation AttendTrainingSession($input: AttendTrainingSessionInput!) {
    attendTrainingSession(input: $input) {
      trainingSession {
        id
      }
    }
  }
`);
export const GiveFeedback = graphql(`
  mutation GiveTrainingFeedback($input: GiveTrainingFeedbackInput!) {
    giveTrainingFeedback(input: $input) {
      trainingSession {
        id
      }
    }
  }
`);
