// A stranger is not denied anything before being asked who they are: DENIED becomes UNAUTHENTICATED.
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { unauthenticated } from '../errors.js';
import type { GraphqlContext } from './context.js';

const asked = (error: GraphQLFormattedError): GraphQLFormattedError => {
  if (error.extensions?.code !== 'DENIED') return error;
  const { code, reason, message } = unauthenticated();
  return { ...error, message, extensions: { code, reason } };
};

export const askStrangers: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response: { body } }) {
        if (body.kind !== 'single' || !body.singleResult.errors) return;
        // Without a context nothing ran: the request itself was refused.
        if ((contextValue as Partial<GraphqlContext>).actor?.kind !== 'anonymous') return;
        body.singleResult.errors = body.singleResult.errors.map(asked);
      },
    };
  },
};
