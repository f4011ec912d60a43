// node(id): one way to ask for anything that has an id; each module says how its own things are found.
import { Inject, Injectable } from '@nestjs/common';
import { Args, Field, ID, InterfaceType, Query, Resolver } from '@nestjs/graphql';
import { Ctx, type GraphqlContext } from './context.js';
import { splitGlobalId } from './global-id.js';
import { Refusal } from '../errors.js';

/** Type word in ids → GraphQL type name; filled as modules register. */
const typeNames = new Map<string, string>();

@InterfaceType({
  description: 'Everything with an id of its own.',
  resolveType: (value: { id: string }) => typeNames.get(splitGlobalId(value.id)?.[0] ?? ''),
})
export abstract class Node {
  @Field(() => ID)
  id: string;
}

type Finder = (context: GraphqlContext, uuid: string) => Promise<Node | null>;

@Injectable()
export class Nodes {
  private readonly finders = new Map<string, Finder>();

  register(word: string, typeName: string, find: Finder): void {
    typeNames.set(word, typeName);
    this.finders.set(word, find);
  }

  /** Null for whatever the viewer cannot see: another's id, a swapped type, a raw uuid. */
  async find(context: GraphqlContext, id: string): Promise<Node | null> {
    const parts = splitGlobalId(id);
    const finder = parts ? this.finders.get(parts[0]) : undefined;
    if (!parts || !finder) return null;
    try {
      return await finder(context, parts[1]);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }
}

@Resolver()
export class NodeResolver {
  constructor(@Inject(Nodes) private readonly nodes: Nodes) {}

  @Query(() => Node, {
    nullable: true,
    description: 'Null for what does not exist or the viewer cannot see.',
  })
  node(@Args('id', { type: () => ID }) id: string, @Ctx() context: GraphqlContext): Promise<Node | null> {
    return this.nodes.find(context, id);
  }
}
