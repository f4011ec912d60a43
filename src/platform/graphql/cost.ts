// What an answer may hold at most: every object counts one, and a page multiplies what is asked of each row.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { invalid } from '../errors.js';
import { DOCUMENT, MOST_ROWS, ROWS_OF_A_PLAIN_LIST, ROWS_OF_SHORT_LISTS } from '../limits.js';

/** Throws INVALID (TOO_COSTLY) for a valid operation that asks for too much at once. */
export function mustBeAffordable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  const cost = new Pricing(schema, document, operation, variables).total();
  if (cost <= DOCUMENT.cost) return;
  throw invalid(
    'TOO_COSTLY',
    `This asks for up to ${cost} objects at once; ${DOCUMENT.cost} are allowed. Ask for smaller pages.`,
  );
}

class Pricing {
  private readonly fragments: Map<string, FragmentDefinitionNode>;
  /** One fragment may be spread a hundred times: it is priced once per page it stands in. */
  private readonly known = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly variables: Record<string, unknown>,
  ) {
    this.fragments = new Map(
      document.definitions
        .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
        .map((each) => [each.name.value, each]),
    );
  }

  total(): number {
    const root = this.schema.getRootType(this.operation.operation);
    return root ? this.selection(this.operation.selectionSet, root, 1) : 0;
  }

  private selection(set: SelectionSetNode, type: GraphQLCompositeType, rows: number): number {
    let always = 0;
    // A row is of one type only: of what is asked of each type, the dearest counts.
    const perType = new Map<string, number>();
    for (const each of set.selections) {
      if (each.kind === Kind.FIELD) {
        always += this.field(each, type, rows);
        continue;
      }
      const [on, cost] = this.fragment(each, type, rows);
      if (isObjectType(on) && on !== type) perType.set(on.name, (perType.get(on.name) ?? 0) + cost);
      else always += cost;
    }
    return always + Math.max(0, ...perType.values());
  }

  private fragment(
    node: Exclude<SelectionSetNode['selections'][number], FieldNode>,
    parent: GraphQLCompositeType,
    rows: number,
  ): [GraphQLCompositeType, number] {
    const definition = node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node;
    if (!definition) return [parent, 0];
    const named = definition.typeCondition && this.schema.getType(definition.typeCondition.name.value);
    const on = named && isCompositeType(named) ? named : parent;
    if (definition.kind === Kind.INLINE_FRAGMENT)
      return [on, this.selection(definition.selectionSet, on, rows)];
    const key = `${definition.name.value} ${rows}`;
    let cost = this.known.get(key);
    if (cost === undefined) {
      cost = this.selection(definition.selectionSet, on, rows);
      this.known.set(key, cost);
    }
    return [on, cost];
  }

  private field(node: FieldNode, parent: GraphQLCompositeType, rows: number): number {
    const field = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
    const type = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(type)) return 0;
    const times = !isListType(getNullableType(field.type))
      ? 1
      : node.name.value === 'edges'
        ? rows
        : (ROWS_OF_SHORT_LISTS[type.name] ?? ROWS_OF_A_PLAIN_LIST);
    return times * (1 + this.selection(node.selectionSet, type, this.pageOf(node, field)));
  }

  /** The page that a field asks for; one that is no number or too large is refused later, by its own rule. */
  private pageOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    const arg = field.args.find(({ name }) => name === 'first');
    if (!arg) return 1;
    const said = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    let size: unknown = arg.defaultValue;
    if (said?.kind === Kind.INT) size = Number(said.value);
    if (said?.kind === Kind.VARIABLE) size = this.variable(said.name.value) ?? size;
    return typeof size === 'number' ? Math.min(MOST_ROWS, Math.max(0, size)) : MOST_ROWS;
  }

  private variable(name: string): unknown {
    const value = this.variables[name];
    if (value !== undefined) return value;
    const definition = this.operation.variableDefinitions?.find((each) => each.variable.name.value === name);
    return definition?.defaultValue?.kind === Kind.INT ? Number(definition.defaultValue.value) : undefined;
  }
}
