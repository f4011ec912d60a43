// No string with a NUL or half a character reaches a resolver: PostgreSQL cannot keep the first, nobody the second.
import { type DocumentNode, visit } from 'graphql';
import { invalid } from '../errors.js';
import { DEEPEST_VARIABLES } from '../limits.js';

const unfit = (text: string): boolean => text.includes('\u0000') || !text.isWellFormed();

const refuse = (field: string | null): never => {
  throw invalid(
    'CHARACTERS',
    'This text holds characters that cannot be stored (NUL or half a character).',
    field,
  );
};

function scan(value: unknown, field: string | null, depth = 0): void {
  if (depth > DEEPEST_VARIABLES)
    throw invalid('DEPTH', `These variables are nested more than ${DEEPEST_VARIABLES} deep.`);
  if (typeof value === 'string') {
    if (unfit(value)) refuse(field);
  } else if (Array.isArray(value)) {
    for (const each of value) scan(each, field, depth + 1);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) scan(each, name, depth + 1);
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
