// What the planning pages ask and command.
import { graphql, type ResultOf } from '../../gql/graphql';

export const PlanningRow = graphql(`
  fragment PlanningRow on PlanningItem @_unmask {
    id
    number
    title
    kind
    state
    release
    public
    decidedAt
    createdAt
    version
    reach {
      mentions
      companies
      seats
      growth
    }
    owner {
      id
      name
    }
  }
`);

export const PlanningList = graphql(
  `
    query PlanningList(
      $state: PlanningState
      $kind: PlanningKind
      $search: String
      $needId: ID
      $quarter: String
      $withVoc: Boolean
      $after: String
    ) {
      planningItems(
        state: $state
        kind: $kind
        search: $search
        needId: $needId
        quarter: $quarter
        withVoc: $withVoc
        after: $after
        first: 30
      ) {
        edges {
          node {
            ...PlanningRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [PlanningRow],
);

/** Who can look after a planning item: planners, leads and administrators. */
export const OwnersQuery = graphql(`
  query PlanningOwners {
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

export const PlanningCounts = graphql(`
  query PlanningCounts(
    $kind: PlanningKind
    $search: String
    $needId: ID
    $quarter: String
    $withVoc: Boolean
  ) {
    planningItems(
      kind: $kind
      search: $search
      needId: $needId
      quarter: $quarter
      withVoc: $withVoc
      first: 1
    ) {
      totalCount
      states {
        state
        count
      }
      abilities {
        plan
      }
    }
  }
`);

export const PlanningItemQuery = graphql(
  `
    query PlanningItem($number: Int!) {
      planningItem(number: $number) {
        ...PlanningRow
        description
        wording {
          titleKo
          titleEn
          bodyKo
          bodyEn
        }
        abilities {
          plan
        }
        needs {
          id
          number
          title
          mentions
          companies
        }
        decisions {
          at
          from
          to
          reason
          actor {
            id
            name
          }
        }
        links {
          id
          url
          provider
          key
          state
          stateWord
          stateAt
        }
        weeks {
          week
          category
          count
        }
        telling {
          total
          told
          couldNot
          places
        }
      }
    }
  `,
  [PlanningRow],
);

export type PlanningItem = ResultOf<typeof PlanningItemQuery>['planningItem'];

export const VoiceRow = graphql(`
  fragment VoiceRow on PlanningVoice @_unmask {
    itemId
    quote
    language
    category
    channel
    week
    occurredAt
    locale
    toldAt
    couldNot
    originalUrl
    person {
      id
      name
    }
    company {
      id
      handle
      name
    }
    thread {
      id
      heading
      space {
        id
        company {
          id
          handle
        }
      }
    }
    planningItem {
      id
      number
      title
      state
    }
  }
`);

export type Voice = ResultOf<typeof VoiceRow>;

export const ItemVoices = graphql(
  `
    query ItemVoices($number: Int!, $decision: Decision, $told: Boolean, $after: String) {
      planningItem(number: $number) {
        id
        voices(decision: $decision, told: $told, first: 20, after: $after) {
          edges {
            node {
              ...VoiceRow
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
  [VoiceRow],
);

export const Preview = graphql(`
  query TellingPreview($number: Int!, $decision: Decision!) {
    planningItem(number: $number) {
      id
      telling(decision: $decision) {
        total
        told
        couldNot
        places
      }
      voices(decision: $decision, told: false, first: 20) {
        edges {
          node {
            itemId
            locale
            couldNot
            person {
              id
              name
            }
            company {
              id
              name
            }
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`);

export const AllVoices = graphql(
  `
    query AllVoices($quarter: String, $category: Category, $companyId: ID, $told: Boolean, $after: String) {
      planningVoices(
        quarter: $quarter
        category: $category
        companyId: $companyId
        told: $told
        first: 20
        after: $after
      ) {
        edges {
          node {
            ...VoiceRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [VoiceRow],
);

export const ProofQuery = graphql(`
  query PlanningProof($quarter: String) {
    planningProof(quarter: $quarter) {
      quarters {
        quarter
        shipped
        shippedWithVoc
        share
        asked
        told
        closure
        medianDays
      }
      categories {
        category
        asked
        told
        closure
        medianDays
      }
      companies {
        asked
        told
        closure
        medianDays
        company {
          id
          handle
          name
        }
      }
    }
  }
`);

export type Proof = ResultOf<typeof ProofQuery>['planningProof'];

export const NeedChoice = graphql(`
  query NeedChoice($search: String) {
    needs(search: $search, order: MOST_MENTIONED, first: 20) {
      edges {
        node {
          id
          number
          title
        }
      }
    }
  }
`);

export const PlansOfNeedQuery = graphql(`
  query PlansOfNeed($needId: ID!) {
    planningItems(needId: $needId, first: 20) {
      edges {
        node {
          id
          number
          title
          state
        }
      }
      abilities {
        plan
      }
    }
  }
`);

export const CreatePlanningItem = graphql(`
  mutation CreatePlanningItem($input: CreatePlanningItemInput!) {
    createPlanningItem(input: $input) {
      planningItem {
        id
        number
      }
    }
  }
`);

export const ChangePlanningItem = graphql(`
  mutation ChangePlanningItem($input: ChangePlanningItemInput!) {
    changePlanningItem(input: $input) {
      planningItem {
        id
        version
      }
    }
  }
`);

export const DecidePlanningItem = graphql(`
  mutation DecidePlanningItem($input: DecidePlanningItemInput!) {
    decidePlanningItem(input: $input) {
      planningItem {
        id
        state
        version
      }
    }
  }
`);

export const TellDecisionAgain = graphql(`
  mutation TellDecisionAgain($input: TellDecisionAgainInput!) {
    tellDecisionAgain(input: $input) {
      planningItem {
        id
      }
    }
  }
`);

export const AddPlanningNeed = graphql(`
  mutation AddPlanningNeed($input: AddPlanningNeedInput!) {
    addPlanningNeed(input: $input) {
      planningItem {
        id
      }
    }
  }
`);

export const RemovePlanningNeed = graphql(`
  mutation RemovePlanningNeed($input: RemovePlanningNeedInput!) {
    removePlanningNeed(input: $input) {
      planningItem {
        id
      }
    }
  }
`);

export const AddWorkLink = graphql(`
  mutation AddWorkLink($input: AddWorkLinkInput!) {
    addWorkLink(input: $input) {
      planningItem {
        id
      }
    }
  }
`);

export const RemoveWorkLink = graphql(`
  mutation RemoveWorkLink($input: RemoveWorkLinkInput!) {
    removeWorkLink(input: $input) {
      planningItem {
        id
      }
    }
  }
`);

export const YouSaidQuery = graphql(`
  query YouSaid($handle: String!) {
    companyByHandle(handle: $handle) {
      id
      handle
      name
      youSaid {
        channel
        occurredAt
        toldAt
        thread {
          id
          heading
        }
        plan {
          id
          state
          titleKo
          titleEn
          bodyKo
          bodyEn
          release
          decidedAt
        }
      }
    }
  }
`);

export type SaidRow = NonNullable<ResultOf<typeof YouSaidQuery>['companyByHandle']>['youSaid'][number];

export const RoadmapQuery = graphql(`
  query Roadmap {
    roadmap {
      id
      state
      titleKo
      titleEn
      bodyKo
      bodyEn
      release
      decidedAt
    }
  }
`);
