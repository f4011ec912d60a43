// What the pages of import ask and say.
import { graphql, type ResultOf } from '../gql/graphql';

export const ImportParts = graphql(`
  fragment ImportParts on Import @_unmask {
    id
    name
    source
    state
    encoding
    rows
    columns {
      index
      name
      samples
    }
    mapping {
      field
      column
      constant
    }
    missing
    done
    total
    stopping
    figures {
      threads
      companies
      people
      already
      changed
      wrong
      firstAt
      lastAt
    }
    brought {
      threads
      companies
      people
      already
      changed
      wrong
    }
    failure
    createdAt
    startedAt
    finishedAt
    undoneAt
    createdBy {
      id
      name
    }
    undoneBy {
      id
      name
    }
    keptCount
    kept {
      kind
      id
      name
      why
    }
    abilities {
      map
      check
      run
      stop
      undo
      discard
    }
  }
`);

export type Import = ResultOf<typeof ImportParts>;

export const ImportQuery = graphql(
  `
    query Import($id: ID!) {
      import(id: $id) {
        ...ImportParts
      }
    }
  `,
  [ImportParts],
);

export const ImportsQuery = graphql(`
  query Imports($first: Int!, $after: String) {
    imports(first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          name
          state
          rows
          createdAt
          brought {
            threads
          }
          createdBy {
            id
            name
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

export const PreviewQuery = graphql(`
  query ImportPreview($importId: ID!, $locale: Locale!) {
    importPreview(importId: $importId, locale: $locale) {
      line
      problem
      cells {
        field
        value
        problem
      }
    }
  }
`);

export const ProblemsQuery = graphql(`
  query ImportProblems($importId: ID!, $locale: Locale!) {
    importProblems(importId: $importId, locale: $locale) {
      field
      column
      reason
      count
      line
      message
    }
  }
`);

export const ErrorsCsvQuery = graphql(`
  query ImportErrorsCsv($importId: ID!, $locale: Locale!) {
    importErrorsCsv(importId: $importId, locale: $locale)
  }
`);

export const LeavingQuery = graphql(`
  query ImportLeaving($importId: ID!) {
    importLeaving(importId: $importId) {
      threads
      companies
      people
      keptCount
      kept {
        id
        name
        why
      }
    }
  }
`);

export const MapImport = graphql(
  `
    mutation MapImport($input: MapImportInput!) {
      mapImport(input: $input) {
        import {
          ...ImportParts
        }
      }
    }
  `,
  [ImportParts],
);

export const CheckImport = graphql(
  `
    mutation CheckImport($input: CheckImportInput!) {
      checkImport(input: $input) {
        import {
          ...ImportParts
        }
      }
    }
  `,
  [ImportParts],
);

export const RunImport = graphql(
  `
    mutation RunImport($input: RunImportInput!) {
      runImport(input: $input) {
        import {
          ...ImportParts
        }
      }
    }
  `,
  [ImportParts],
);

export const StopImport = graphql(
  `
    mutation StopImport($input: StopImportInput!) {
      stopImport(input: $input) {
        import {
          ...ImportParts
        }
      }
    }
  `,
  [ImportParts],
);

export const UndoImport = graphql(
  `
    mutation UndoImport($input: UndoImportInput!) {
      undoImport(input: $input) {
        import {
          ...ImportParts
        }
      }
    }
  `,
  [ImportParts],
);

export const DiscardImport = graphql(`
  mutation DiscardImport($input: DiscardImportInput!) {
    discardImport(input: $input) {
      done
    }
  }
`);
