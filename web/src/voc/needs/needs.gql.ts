// What the pages of needs ask and command.
import { graphql, type ResultOf } from '../../gql/graphql';
import { ItemParts } from '../voc.gql';

export const NeedParts = graphql(`
  fragment NeedParts on Need @_unmask {
    id
    number
    title
    description
    version
    createdAt
    productArea {
      id
      nameKo
      nameEn
    }
    figures {
      mentions
      companies
      seats
      growth
      lastSaidAt
      trend {
        week
        mentions
      }
      categories {
        category
        mentions
      }
    }
    abilities {
      sort
    }
  }
`);

export type Need = ResultOf<typeof NeedParts>;

export const NeedsQuery = graphql(
  `
    query Needs($order: NeedOrder!, $search: String, $productAreaId: ID, $after: String) {
      needs(order: $order, search: $search, productAreaId: $productAreaId, after: $after, first: 30) {
        totalCount
        edges {
          node {
            ...NeedParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [NeedParts],
);

/** A need with all that its page shows beside its items. */
export const NeedQuery = graphql(
  `
    query Need($number: Int!) {
      need(number: $number) {
        ...NeedParts
        createdBy {
          id
          name
        }
        mergedInto {
          id
          number
          title
        }
        companies {
          mentions
          seats
          company {
            id
            handle
            name
          }
        }
        changes {
          at
          kind
          to
          items
          needMergeId
          undoable
          actor {
            id
            name
          }
          item {
            id
            quote
          }
          fromNeed {
            id
            number
            title
          }
          toNeed {
            id
            number
            title
          }
        }
      }
    }
  `,
  [NeedParts],
);

export type WholeNeed = ResultOf<typeof NeedQuery>['need'];

export const CreateNeed = graphql(`
  mutation CreateNeed($input: CreateNeedInput!) {
    createNeed(input: $input) {
      need {
        id
        number
        title
      }
    }
  }
`);

export const ChangeNeed = graphql(
  `
    mutation ChangeNeed($input: ChangeNeedInput!) {
      changeNeed(input: $input) {
        need {
          ...NeedParts
        }
      }
    }
  `,
  [NeedParts],
);

export const JoinNeed = graphql(
  `
    mutation JoinNeed($input: JoinNeedInput!) {
      joinNeed(input: $input) {
        need {
          ...NeedParts
        }
      }
    }
  `,
  [NeedParts],
);

export const LeaveNeed = graphql(`
  mutation LeaveNeed($input: LeaveNeedInput!) {
    leaveNeed(input: $input) {
      items {
        id
        need {
          id
          number
          title
        }
      }
    }
  }
`);

export const MergeNeeds = graphql(
  `
    mutation MergeNeeds($input: MergeNeedsInput!) {
      mergeNeeds(input: $input) {
        need {
          ...NeedParts
        }
      }
    }
  `,
  [NeedParts],
);

export const UndoNeedMerge = graphql(
  `
    mutation UndoNeedMerge($input: UndoNeedMergeInput!) {
      undoNeedMerge(input: $input) {
        need {
          ...NeedParts
        }
      }
    }
  `,
  [NeedParts],
);

/** What probably says the same as an item. */
export const SimilarQuery = graphql(
  `
    query SimilarVoc($itemId: ID!) {
      similarVoc(itemId: $itemId) {
        needs {
          score
          need {
            id
            number
            title
            figures {
              mentions
            }
          }
        }
        items {
          score
          item {
            ...ItemParts
          }
        }
      }
    }
  `,
  [ItemParts],
);
