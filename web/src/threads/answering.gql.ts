// When a space is answered, as the server says.
import { graphql, type ResultOf } from '../gql/graphql';

export const AnsweringParts = graphql(`
  fragment AnsweringParts on Answering @_unmask {
    zone
    openNow
    opensAt
    closesAt
    closedBecause
    week {
      weekday
      hours {
        from
        to
      }
    }
    today {
      kind
      nameKo
      nameEn
      hours {
        from
        to
      }
    }
  }
`);
export type Answering = ResultOf<typeof AnsweringParts>;

export const AnsweringQuery = graphql(
  `
    query Answering($spaceId: ID!) {
      space(id: $spaceId) {
        id
        answering {
          ...AnsweringParts
        }
      }
    }
  `,
  [AnsweringParts],
);
