// What the pages about duplicates ask and command.
import { graphql } from '../gql/graphql';

/** One of two that may be the same. */
export type Twin = { id: string; name: string; label: string };

export const PreviewParts = graphql(`
  fragment PreviewParts on MergePreview @_unmask {
    problem
    addresses
    memberships {
      id
      name
    }
    contacts
    threads
    messages
    vocItems
  }
`);

export const PeoplePreview = graphql(
  `
    query PeoplePreview($keep: ID!, $duplicate: ID!) {
      peopleMergePreview(keepPersonId: $keep, duplicatePersonId: $duplicate) {
        ...PreviewParts
      }
    }
  `,
  [PreviewParts],
);

export const CompaniesPreview = graphql(
  `
    query CompaniesPreview($keep: ID!, $duplicate: ID!) {
      companiesMergePreview(keepCompanyId: $keep, duplicateCompanyId: $duplicate) {
        ...PreviewParts
      }
    }
  `,
  [PreviewParts],
);

export const MergePeople = graphql(`
  mutation MergePeople($input: MergePeopleInput!) {
    mergePeople(input: $input) {
      merge {
        id
      }
    }
  }
`);

export const MergeCompanies = graphql(`
  mutation MergeCompanies($input: MergeCompaniesInput!) {
    mergeCompanies(input: $input) {
      merge {
        id
      }
    }
  }
`);

export const UndoMerge = graphql(`
  mutation UndoMerge($input: UndoMergeInput!) {
    undoMerge(input: $input) {
      merge {
        id
        undoneAt
        canUndo
      }
    }
  }
`);

export const FindPeople = graphql(`
  query FindPeople($search: String) {
    people(search: $search, first: 20) {
      edges {
        node {
          id
          name
          email
        }
      }
    }
  }
`);

export const FindCompanies = graphql(`
  query FindCompanies($search: String) {
    companies(search: $search, first: 20) {
      edges {
        node {
          id
          name
          handle
        }
      }
    }
  }
`);
