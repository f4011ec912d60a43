// Typed GraphQL documents, checked against schema.graphql.
import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env';

export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string };
}>();

export { type FragmentOf, readFragment, type ResultOf, type VariablesOf } from 'gql.tada';
