// What the pages about the quality of categories ask and command.
import { graphql, type ResultOf } from '../../gql/graphql';
import { ItemParts } from '../voc.gql';

export const AgreementParts = graphql(`
  fragment AgreementParts on Agreement @_unmask {
    n
    agreed
    share
    kappa
    noKappa
    confusion
  }
`);
export type Agreement = ResultOf<typeof AgreementParts>;

export const SampleQuery = graphql(`
  query SecondLookSample {
    secondLookSample {
      percent
      changedAt
      changedBy {
        id
        name
      }
      abilities {
        change
        readCoders
        look
      }
    }
  }
`);
export type Sample = ResultOf<typeof SampleQuery>['secondLookSample'];

export const SetSample = graphql(`
  mutation SetSecondLookSample($input: SetSecondLookSampleInput!) {
    setSecondLookSample(input: $input) {
      sample {
        percent
      }
    }
  }
`);

export const AgreementQuery = graphql(
  `
    query CategoryAgreement {
      categoryAgreement {
        fromWeek
        toWeek
        people {
          ...AgreementParts
        }
        model {
          ...AgreementParts
        }
        outside {
          ...AgreementParts
        }
        weeks {
          week
          people {
            ...AgreementParts
          }
          model {
            ...AgreementParts
          }
        }
      }
    }
  `,
  [AgreementParts],
);
export type Figures = ResultOf<typeof AgreementQuery>['categoryAgreement'];

export const CodersQuery = graphql(
  `
    query CoderQuality {
      coderQuality {
        coder {
          id
          name
        }
        total {
          decisions
          corrections
          agreement {
            ...AgreementParts
          }
        }
        weeks {
          week
          decisions
          corrections
          agreement {
            ...AgreementParts
          }
        }
      }
    }
  `,
  [AgreementParts],
);
export type Coder = ResultOf<typeof CodersQuery>['coderQuality'][number];

export const TwiceQuery = graphql(
  `
    query SecondCodings(
      $first: Int!
      $after: String
      $week: String
      $toWeek: String
      $coderId: ID
      $firstCategory: Category
      $category: Category
      $agreed: Boolean
      $settled: Boolean
    ) {
      secondCodings(
        first: $first
        after: $after
        week: $week
        toWeek: $toWeek
        coderId: $coderId
        firstCategory: $firstCategory
        category: $category
        agreed: $agreed
        settled: $settled
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            at
            firstCategory
            category
            agreed
            settled
            firstCoder {
              id
              name
            }
            coder {
              id
              name
            }
            item {
              ...ItemParts
            }
          }
        }
      }
    }
  `,
  [ItemParts],
);
export type Twice = ResultOf<typeof TwiceQuery>['secondCodings']['edges'][number]['node'];

export const CodingsQuery = graphql(
  `
    query Codings(
      $first: Int!
      $after: String
      $week: String
      $toWeek: String
      $coderId: ID
      $kind: CodingKind
      $from: Category
      $to: Category
    ) {
      codings(
        first: $first
        after: $after
        week: $week
        toWeek: $toWeek
        coderId: $coderId
        kind: $kind
        from: $from
        to: $to
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            at
            kind
            from
            to
            coder {
              id
              name
            }
            item {
              ...ItemParts
            }
          }
        }
      }
    }
  `,
  [ItemParts],
);
export type Coding = ResultOf<typeof CodingsQuery>['codings']['edges'][number]['node'];

export const OutsideQuery = graphql(
  `
    query OutsideCodings(
      $first: Int!
      $after: String
      $week: String
      $toWeek: String
      $opinion: Category
      $category: Category
      $agreed: Boolean
    ) {
      outsideCodings(
        first: $first
        after: $after
        week: $week
        toWeek: $toWeek
        opinion: $opinion
        category: $category
        agreed: $agreed
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            opinion
            category
            agreed
            item {
              ...ItemParts
            }
          }
        }
      }
    }
  `,
  [ItemParts],
);
export type OutsideCoding = ResultOf<typeof OutsideQuery>['outsideCodings']['edges'][number]['node'];

export const TaskParts = graphql(`
  fragment TaskParts on SecondLookTask @_unmask {
    id
    quote
    language
    channel
    occurredAt
  }
`);
export type Task = ResultOf<typeof TaskParts>;

export const LookQuery = graphql(
  `
    query SecondLook {
      secondLook {
        waiting
        tasks {
          ...TaskParts
        }
      }
    }
  `,
  [TaskParts],
);

export const CodeSecondLook = graphql(
  `
    mutation CodeSecondLook($input: CodeSecondLookInput!) {
      codeSecondLook(input: $input) {
        queue {
          waiting
          tasks {
            ...TaskParts
          }
        }
      }
    }
  `,
  [TaskParts],
);

const VersionParts = graphql(`
  fragment VersionParts on ModelVersion @_unmask {
    version
    trainedAt
    examples
    learned
    evaluation {
      n
      accuracy
      macroF1
      confidentHalf
      categories {
        category
        expected
        precision
        recall
      }
      confusion
    }
  }
`);
export type ModelVersion = ResultOf<typeof VersionParts>;

export const VersionsQuery = graphql(
  `
    query ModelVersions {
      modelVersions {
        ...VersionParts
      }
    }
  `,
  [VersionParts],
);

/** What the newest version learned last. */
export const ModelQuery = graphql(
  `
    query LastLearned {
      modelVersions(first: 1) {
        version
        lastLearned {
          ...ItemParts
        }
      }
    }
  `,
  [ItemParts],
);
