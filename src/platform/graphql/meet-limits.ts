// What is known only once the operation is: its price with these variables, and how often its asker has asked.
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { personOf } from '../actor.js';
import { Refusal } from '../errors.js';
import type { Rates } from '../rates.js';
import { checkStrings } from './clean-input.js';
import type { GraphqlContext } from './context.js';
import { mustBeAffordable } from './cost.js';

export const meetLimits = (rates: Rates): ApolloServerPlugin<GraphqlContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request, contextValue }) {
        refusing(() => {
          const doing = operation?.operation === 'mutation' ? 'COMMAND' : 'READ';
          const times = operation?.selectionSet.selections.length ?? 1;
          rates.operation(personOf(contextValue.actor), contextValue.request?.ip ?? '', doing, times);
          // Which of several is meant was not said: graphql refuses it in its own words.
          if (operation) mustBeAffordable(schema, document, operation, request.variables ?? {});
          checkStrings(document, request.variables);
        });
      },
      async willSendResponse({ response: { body, http } }) {
        if (body.kind !== 'single') return;
        const seconds = waitOf(body.singleResult.errors ?? []);
        if (seconds > 0) http.headers.set('retry-after', String(seconds));
      },
    };
  },
});

/** Thrown before anything runs, Apollo would make a 500 of a refusal. */
function refusing(look: () => void): void {
  try {
    look();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const status = error.code === 'RATE_LIMITED' ? 429 : 400;
    throw new GraphQLError(error.message, { originalError: error, extensions: { http: { status } } });
  }
}

/** The longest of the waits that these refusals ask for, in seconds; 0 without one. */
export const waitOf = (errors: readonly GraphQLFormattedError[]): number =>
  Math.max(0, ...errors.map(({ extensions }) => Number(extensions?.retryAfter ?? 0)));
