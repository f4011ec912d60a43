// Operations that stand apart: whoever asks leaves no trace, so nothing that names somebody may run in the same document.
import { Extensions } from '@nestjs/graphql';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import { invalid } from '../errors.js';

const MARK = 'standsApart';

/** On a query, mutation or subscription: no line of a log, no span and no sign of use is kept of it. */
export const Apart = () => Extensions({ [MARK]: true });

type Fragments = (name: string) => { selectionSet: SelectionSetNode } | null | undefined;

/** The names of all root fields, through fragments. */
function rootFields(set: SelectionSetNode, fragments: Fragments, seen = new Set<string>()): string[] {
  return set.selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each.name.value];
    if (each.kind === Kind.INLINE_FRAGMENT) return rootFields(each.selectionSet, fragments, seen);
    // Fragments in circles are refused by graphql's own rule.
    if (seen.has(each.name.value)) return [];
    const fragment = fragments(each.name.value);
    return fragment ? rootFields(fragment.selectionSet, fragments, seen.add(each.name.value)) : [];
  });
}

const marked = (root: GraphQLObjectType | null | undefined, name: string): boolean =>
  root?.getFields()[name]?.extensions[MARK] === true;

/** Whether an operation, valid as it is, stands apart. */
export function standsApart(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  const fragments: Fragments = (name) =>
    document.definitions.find(
      (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
    ) as ReturnType<Fragments>;
  const root = schema.getRootType(operation.operation);
  return rootFields(operation.selectionSet, fragments).some((name) => marked(root, name));
}

/** A validation rule: what stands apart stands alone. */
export const keepApart: ValidationRule = (context) => ({
  OperationDefinition(node) {
    const root = context.getSchema().getRootType(node.operation);
    const names = rootFields(node.selectionSet, (name) => context.getFragment(name)).filter(
      (name) => !name.startsWith('__'),
    );
    const apart = names.filter((name) => marked(root, name));
    if (apart.length === 0 || apart.length === names.length) return;
    const message = `${apart[0]} leaves no trace of who asks, so ask for it alone.`;
    context.reportError(
      new GraphQLError(message, { nodes: node, originalError: invalid('ASK_ALONE', message) }),
    );
  },
});
