// What every resolver of one request shares: who acts, the request, and its loaders.
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../actor.js';

export class GraphqlContext {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(
    readonly actor: Actor,
    readonly request: FastifyRequest | null,
    readonly reply: FastifyReply | null,
  ) {}

  /**
   * Loads by key in batches, one statement a batch; the loader lives as long as the request.
   * `batch` returns a map, so that keys without a row give null.
   */
  load<Value>(
    name: string,
    key: string,
    batch: (keys: readonly string[]) => Promise<Map<string, Value>>,
  ): Promise<Value | null> {
    let loader = this.loaders.get(name) as DataLoader<string, Value | null> | undefined;
    if (!loader) {
      loader = new DataLoader<string, Value | null>(async (keys) => {
        const values = await batch(keys);
        return keys.map((each) => values.get(each) ?? null);
      });
      this.loaders.set(name, loader);
    }
    return loader.load(key);
  }
}

const contextOf = (execution: ExecutionContext): GraphqlContext =>
  GqlExecutionContext.create(execution).getContext<GraphqlContext>();

/** The one who acts. */
export const Acting = createParamDecorator(
  (_: unknown, execution: ExecutionContext) => contextOf(execution).actor,
);

/** The whole context, for loaders and cookies. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext) => contextOf(execution));

/** Rows to a map by one of their columns, for `load`. */
export const byKey = <Row>(rows: Row[], key: (row: Row) => string): Map<string, Row> =>
  new Map(rows.map((row) => [key(row), row]));

/** Rows grouped by one of their columns, for `load`. */
export function groupBy<Row>(rows: Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
