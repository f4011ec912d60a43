// Relay connections: `first`/`after` in, edges with cursors out; one row too many tells whether there is more.
import { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, Max, Min, MinLength } from 'class-validator';
import { MOST_ROWS } from '../limits.js';
import type { Cursors, ListIdentity, Position } from './cursor.js';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 25, description: `How many rows, 1 to ${MOST_ROWS}.` })
  @Min(1)
  @Max(MOST_ROWS)
  first: number = 25;

  @Field(() => String, { nullable: true, description: 'The cursor of the last row of the page before.' })
  @IsOptional()
  @IsString()
  // An empty cursor is a broken one: page one would answer it with rows that were shown before.
  @MinLength(1)
  after?: string | null;
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: 'Pass it as `after` to get the next page.' })
  endCursor: string | null;
}

export type Page<Node> = { edges: { node: Node; cursor: string }[]; pageInfo: PageInfo };

/** Makes the connection and edge types of a node type. */
export function connectionOf<Node extends object>(node: Type<Node>, name: string): Type<Page<Node>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => node)
    node: Node;

    @Field(() => String)
    cursor: string;
  }

  @ObjectType(`${name}Connection`)
  class Connection implements Page<Node> {
    @Field(() => [Edge])
    edges: Edge[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;
  }
  return Connection;
}

/** Cuts `first` rows out of the `first + 1` that were read and gives each its cursor. */
export function toPage<Row, Node>(
  cursors: Cursors,
  list: ListIdentity,
  first: number,
  rows: Row[],
  position: (row: Row) => Position,
  toNode: (row: Row) => Node,
): Page<Node> {
  const sign = cursors.of(list);
  // A signature is made where somebody asks for it: most pages want that of their last row alone.
  const edges = rows.slice(0, first).map((row) => ({
    node: toNode(row),
    get cursor() {
      return sign(position(row));
    },
  }));
  const pageInfo = {
    hasNextPage: rows.length > first,
    get endCursor() {
      return edges.at(-1)?.cursor ?? null;
    },
  };
  return { edges, pageInfo };
}
