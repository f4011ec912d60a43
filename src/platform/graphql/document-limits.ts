// How deep, how often renamed or repeated, how decorated a document may be: a validation rule like graphql's own.
import { type ASTNode, GraphQLError, Kind, type SelectionSetNode, type ValidationRule } from 'graphql';
import { invalid } from '../errors.js';
import { DOCUMENT } from '../limits.js';

type Size = { depth: number; aliases: number; directives: number };

const NOTHING: Size = { depth: 0, aliases: 0, directives: 0 };

export const refuseTheEndless: ValidationRule = (context) => {
  /** null while a fragment is being measured: one that holds itself is refused by graphql's own rule. */
  const fragments = new Map<string, Size | null>();

  const sizeOfFragment = (name: string): Size => {
    const known = fragments.get(name);
    if (known !== undefined) return known ?? NOTHING;
    fragments.set(name, null);
    const fragment = context.getFragment(name);
    const size = fragment ? sizeOf(fragment.selectionSet) : NOTHING;
    fragments.set(name, size);
    return size;
  };

  const sizeOf = (set: SelectionSetNode): Size => {
    const all = { ...NOTHING };
    for (const each of set.selections) {
      const inner =
        each.kind === Kind.FRAGMENT_SPREAD
          ? sizeOfFragment(each.name.value)
          : each.selectionSet
            ? sizeOf(each.selectionSet)
            : NOTHING;
      const field = each.kind === Kind.FIELD;
      // How a schema describes itself is deep by nature, and only told where development is on.
      const own = field && !each.name.value.startsWith('__') ? 1 + inner.depth : field ? 1 : inner.depth;
      all.depth = Math.max(all.depth, own);
      all.aliases += inner.aliases + (field && each.alias ? 1 : 0);
      all.directives += inner.directives + (each.directives?.length ?? 0);
    }
    return all;
  };

  const refuse = (node: ASTNode, reason: string, message: string): void =>
    context.reportError(new GraphQLError(message, { nodes: node, originalError: invalid(reason, message) }));

  return {
    OperationDefinition(node) {
      const { depth, aliases, directives } = sizeOf(node.selectionSet);
      if (depth > DOCUMENT.depth) refuse(node, 'TOO_DEEP', `Ask for fields at most ${DOCUMENT.depth} deep.`);
      if (aliases > DOCUMENT.aliases)
        refuse(node, 'TOO_MANY_ALIASES', `Rename at most ${DOCUMENT.aliases} fields.`);
      if (directives > DOCUMENT.directives)
        refuse(node, 'TOO_MANY_DIRECTIVES', `Use at most ${DOCUMENT.directives} directives.`);
    },
    SelectionSet(node) {
      const times = new Map<string, number>();
      for (const each of node.selections) {
        if ((each.directives?.length ?? 0) > DOCUMENT.directivesAtOnce)
          refuse(each, 'TOO_MANY_DIRECTIVES', `Use at most ${DOCUMENT.directivesAtOnce} directives at once.`);
        if (each.kind === Kind.INLINE_FRAGMENT) continue;
        const said = each.kind === Kind.FIELD ? (each.alias ?? each.name).value : `...${each.name.value}`;
        times.set(said, (times.get(said) ?? 0) + 1);
      }
      if ([...times.values()].some((count) => count > DOCUMENT.repeats))
        refuse(node, 'TOO_OFTEN', `Ask for the same field at most ${DOCUMENT.repeats} times.`);
    },
  };
};
