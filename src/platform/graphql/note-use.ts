// A session is in use, unless what was asked stands apart: then nobody is to know that anything was asked.
import type { ApolloServerPlugin } from '@apollo/server';
import { leaveNoTrace } from '../observe/index.js';
import type { ActorSource } from '../session/index.js';
import { standsApart } from './apart.js';
import type { GraphqlContext } from './context.js';

export const noteUse = (actors: ActorSource): ApolloServerPlugin<GraphqlContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, contextValue }) {
        const { actor, request } = contextValue;
        if (!operation || !standsApart(schema, document, operation)) actors.noteUse(actor);
        else if (request) leaveNoTrace(request);
      },
    };
  },
});
