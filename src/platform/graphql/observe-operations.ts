// How often, how long and with what answer each operation ran: by its first field, which our schema bounds.
import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionNode } from 'graphql';
import { type Logger, type Metrics, nameSpan } from '../observe/index.js';
import { standsApart } from './apart.js';
import type { GraphqlContext } from './context.js';

/** The first field of an operation, through fragments; what did not pass validation has no name of ours. */
function firstField(operation: OperationDefinitionNode, document: DocumentNode): string {
  let first: SelectionNode | undefined = operation.selectionSet.selections[0];
  // Validation has refused fragments in circles.
  while (first && first.kind !== Kind.FIELD) {
    const name = first.kind === Kind.FRAGMENT_SPREAD ? first.name.value : null;
    const inside =
      first.kind === Kind.INLINE_FRAGMENT
        ? first
        : document.definitions.find(
            (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
          );
    first = inside && 'selectionSet' in inside ? inside.selectionSet?.selections[0] : undefined;
  }
  return first?.name.value ?? '(none)';
}

/** Figures are read every few seconds and kept for years: by its name they would tell when a board was written on. */
const APART = '(apart)';

export const observeOperations = (metrics: Metrics, log: Logger): ApolloServerPlugin<GraphqlContext> => ({
  async requestDidStart() {
    const began = performance.now();
    let type = '(refused)';
    let operation = '(refused)';
    let apart = false;
    return {
      async didResolveOperation({ operation: asked, document, schema }) {
        if (!asked) return;
        apart = standsApart(schema, document, asked);
        type = apart ? APART : asked.operation;
        operation = apart ? APART : firstField(asked, document);
        nameSpan(`${type} ${operation}`);
      },
      async willSendResponse({ contextValue, response: { body } }) {
        const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
        const code = errors.length === 0 ? 'OK' : String(errors[0]?.extensions?.code ?? 'INTERNAL');
        const seconds = (performance.now() - began) / 1_000;
        metrics.operations.observe({ type, operation, code }, seconds);
        // When it was asked would tell who asked, beside what the same person did before and after.
        if (apart) return;
        const actor = (contextValue as Partial<GraphqlContext>).actor?.kind;
        log.info({ type, operation, code, actor, ms: Math.round(seconds * 1_000) }, 'operation');
      },
    };
  },
});
