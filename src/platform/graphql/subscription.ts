// What may be subscribed to: one subscription, within the limits that hold for every document.
import {
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Config } from '../config.js';
import { invalid, rateLimited } from '../errors.js';
import { DOCUMENT, SOCKET } from '../limits.js';
import { checkStrings } from './clean-input.js';
import { mustBeAffordable } from './cost.js';
import { keepApart } from './apart.js';
import { refuseTheEndless } from './document-limits.js';

export type Asked = SubscribePayload;

type Accepted = {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null;
  variableValues?: Record<string, unknown> | null;
};

/** The same for all who ask in the same words with the same variables. */
export const questionOf = ({ document, operationName, variableValues }: ExecutionArgs): string =>
  JSON.stringify([document.loc?.source.body, operationName, variableValues]);

/** What is to be run, or graphql's own complaints; throws a Refusal. `open` counts this one in. */
export function acceptedSubscription(
  schema: GraphQLSchema,
  config: Config,
  open: number,
  { query, operationName, variables }: Asked,
): Accepted | readonly GraphQLError[] {
  if (open > SOCKET.subscriptions)
    throw rateLimited(
      'TOO_MANY_SUBSCRIPTIONS',
      `One socket carries at most ${SOCKET.subscriptions} subscriptions.`,
      1,
    );
  const document = parse(query, { maxTokens: DOCUMENT.tokens });
  for (const each of document.definitions) {
    if (each.kind === Kind.OPERATION_DEFINITION && each.operation !== 'subscription')
      throw invalid('SUBSCRIPTION_ONLY', 'Only subscriptions travel over a socket; send this over HTTP.');
  }
  const rules = [
    ...specifiedRules,
    refuseTheEndless,
    keepApart,
    ...(config.development ? [] : [NoSchemaIntrospectionCustomRule]),
  ];
  const complaints = validate(schema, document, rules);
  if (complaints.length > 0) return complaints;
  const operation = getOperationAST(document, operationName);
  if (operation) mustBeAffordable(schema, document, operation, variables ?? {});
  checkStrings(document, variables);
  return {
    schema,
    document,
    ...(operationName ? { operationName } : {}),
    ...(variables ? { variableValues: variables } : {}),
  };
}
