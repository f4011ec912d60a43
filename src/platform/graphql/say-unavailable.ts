// What cannot be done for a moment is a 503, so that balancers and clients know that it may be asked again.
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { Refusal } from '../errors.js';

const STATUS = 503;

export const sayUnavailable: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ response }) {
        const errors = response.body.kind === 'single' ? response.body.singleResult.errors : undefined;
        if (errors?.some(({ extensions }) => extensions?.code === 'UNAVAILABLE'))
          response.http.status = STATUS;
      },
    };
  },
};

/** The same before there is a request that Apollo knows: when nobody can be asked who asks. */
export function orUnavailable(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== 'UNAVAILABLE') throw error;
  throw new GraphQLError(error.message, {
    originalError: error,
    extensions: { http: { status: STATUS } },
  });
}
