// No string with a NUL or half a character reaches a resolver: PostgreSQL cannot keep the first, nobody the second.
import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, visit } from 'graphql';
import { invalid } from '../errors.js';
import type { GraphqlContext } from './context.js';

const unfit = (text: string): boolean => text.includes('\u0000') || !text.isWellFormed();

const refuse = (field: string | null): never => {
  throw invalid(
    'CHARACTERS',
    'This text holds characters that cannot be stored (NUL or half a character).',
    field,
  );
};

function scan(value: unknown, field: string | null): void {
  if (typeof value === 'string') {
    if (unfit(value)) refuse(field);
  } else if (Array.isArray(value)) {
    for (const each of value) scan(each, field);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) scan(each, name);
  }
}

/** Looks at variables and at strings written into the document. */
export function checkStrings(document: DocumentNode, variables: unknown): void {
  scan(variables, null);
  visit(document, {
    StringValue: ({ value }) => {
      if (unfit(value)) refuse(null);
    },
  });
}

export const cleanInput: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, request }) {
        checkStrings(document, request.variables);
      },
    };
  },
};
