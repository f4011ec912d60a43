// What the VOC pages ask and command: one shape of an item for all of them.
import { graphql, type ResultOf } from '../gql/graphql';

export const ItemParts = graphql(`
  fragment ItemParts on VocItem @_unmask {
    id
    quote
    summary
    severity
    origin
    originalUrl
    messageId
    category
    proposedCategory
    confidence
    reviewed
    codedAt
    codedBy {
      id
      name
    }
    channel
    language
    tier
    companySeats
    occurredAt
    week
    state
    withdrawnReason
    version
    opinion {
      category
      summary
      model
    }
    company {
      id
      handle
      name
    }
    person {
      id
      name
    }
    productArea {
      id
      nameKo
      nameEn
    }
    need {
      id
      number
      title
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
        }
      }
    }
    abilities {
      review
      setArea
    }
  }
`);

export type Item = ResultOf<typeof ItemParts>;

export const ItemsQuery = graphql(
  `
    query VocItems(
      $first: Int!
      $after: String
      $order: VocOrder!
      $week: String
      $toWeek: String
      $category: Category
      $proposedCategory: Category
      $channel: Channel
      $tier: Tier
      $companyId: ID
      $productAreaId: ID
      $needId: ID
      $state: VocState
      $reviewed: Boolean
      $origin: VocOrigin
      $search: String
    ) {
      vocItems(
        first: $first
        after: $after
        order: $order
        week: $week
        toWeek: $toWeek
        category: $category
        proposedCategory: $proposedCategory
        channel: $channel
        tier: $tier
        companyId: $companyId
        productAreaId: $productAreaId
        needId: $needId
        state: $state
        reviewed: $reviewed
        origin: $origin
        search: $search
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ItemParts
          }
        }
      }
    }
  `,
  [ItemParts],
);

/** How many there are, and the newest of them: enough to say "3 new" without touching the list. */
export const NewsQuery = graphql(`
  query VocNews(
    $week: String
    $category: Category
    $proposedCategory: Category
    $channel: Channel
    $toWeek: String
    $companyId: ID
    $productAreaId: ID
    $state: VocState
    $reviewed: Boolean
    $origin: VocOrigin
    $search: String
  ) {
    vocItems(
      first: 30
      order: NEWEST
      week: $week
      toWeek: $toWeek
      companyId: $companyId
      category: $category
      proposedCategory: $proposedCategory
      channel: $channel
      productAreaId: $productAreaId
      state: $state
      reviewed: $reviewed
      origin: $origin
      search: $search
    ) {
      totalCount
      edges {
        node {
          id
          occurredAt
        }
      }
    }
  }
`);

export const ItemQuery = graphql(
  `
    query VocItem($id: ID!) {
      node(id: $id) {
        __typename
        ... on VocItem {
          ...ItemParts
        }
      }
    }
  `,
  [ItemParts],
);

export const AreasQuery = graphql(`
  query VocAreas {
    productAreas {
      id
      nameKo
      nameEn
      parentId
    }
  }
`);

export type Area = ResultOf<typeof AreasQuery>['productAreas'][number];

export const ClassifierQuery = graphql(`
  query Classifier {
    classifier {
      version
      trainedAt
      examples
      learned
    }
  }
`);

export const FirstWeekQuery = graphql(`
  query FirstWeek {
    weeklyVoc {
      week
      firstWeek
    }
  }
`);

export const WeekQuery = graphql(`
  query Week($week: String) {
    weeklyVoc(week: $week) {
      week
      from
      to
      complete
      total
      previousTotal
      firstWeek
      previousWeek
      nextWeek
      alarms
      categories {
        category
        count
        share
        previous
        change
        median4
        changeToMedian
      }
      channels {
        channel
        count
      }
      areas {
        count
        productArea {
          id
          nameKo
          nameEn
        }
      }
      tiers {
        tier
        count
      }
      companies {
        count
        company {
          id
          name
        }
      }
      trend {
        week
        total
        usage
        defect
        improvement
        feature
        account
      }
    }
  }
`);

export type Week = ResultOf<typeof WeekQuery>['weeklyVoc'];

export const WeekCsvQuery = graphql(`
  query WeekCsv($week: String!) {
    weeklyVocCsv(week: $week)
  }
`);

export const Confirm = graphql(
  `
    mutation ConfirmVocItem($input: ConfirmVocItemInput!) {
      confirmVocItem(input: $input) {
        item {
          ...ItemParts
        }
      }
    }
  `,
  [ItemParts],
);

export const Correct = graphql(
  `
    mutation CorrectVocItem($input: CorrectVocItemInput!) {
      correctVocItem(input: $input) {
        item {
          ...ItemParts
        }
      }
    }
  `,
  [ItemParts],
);

export const Withdraw = graphql(
  `
    mutation WithdrawVocItem($input: WithdrawVocItemInput!) {
      withdrawVocItem(input: $input) {
        item {
          ...ItemParts
        }
      }
    }
  `,
  [ItemParts],
);

export const Restore = graphql(
  `
    mutation RestoreVocItem($input: RestoreVocItemInput!) {
      restoreVocItem(input: $input) {
        item {
          ...ItemParts
        }
      }
    }
  `,
  [ItemParts],
);

export const SetArea = graphql(
  `
    mutation SetVocItemArea($input: SetVocItemAreaInput!) {
      setVocItemArea(input: $input) {
        item {
          ...ItemParts
        }
      }
    }
  `,
  [ItemParts],
);

export const Redate = graphql(
  `
    mutation RedateVocItem($input: RedateVocItemInput!) {
      redateVocItem(input: $input) {
        item {
          ...ItemParts
        }
      }
    }
  `,
  [ItemParts],
);

/** The item of one thread, for the part in the thread's header. */
export const ThreadItemQuery = graphql(
  `
    query ThreadVocItem($threadId: ID!) {
      thread(id: $threadId) {
        id
        openedSide
        vocItem {
          ...ItemParts
        }
        vocItems {
          id
          messageId
          state
          version
        }
      }
    }
  `,
  [ItemParts],
);

export const CreateItem = graphql(`
  mutation CreateVocItem($input: CreateVocItemInput!) {
    createVocItem(input: $input) {
      item {
        id
      }
    }
  }
`);

export const ProposalQuery = graphql(`
  query CategoryProposal($quote: String!) {
    categoryProposal(quote: $quote) {
      category
      confidence
    }
  }
`);

export const ContactsQuery = graphql(`
  query VocContacts($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Company {
        space {
          id
          members {
            side
            person {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export const SplitMessage = graphql(`
  mutation SplitMessage($input: SplitMessageInput!) {
    splitMessage(input: $input) {
      item {
        id
        messageId
        state
        version
      }
    }
  }
`);

export const Describe = graphql(
  `
    mutation DescribeVocItem($input: DescribeVocItemInput!) {
      describeVocItem(input: $input) {
        item {
          ...ItemParts
        }
      }
    }
  `,
  [ItemParts],
);
