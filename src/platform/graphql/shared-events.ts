// What a hint looks like to all who asked in the same words: made once for a process, not once for a socket.
import {
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  createSourceEventStream,
  execute,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';

type Events = AsyncGenerator<ExecutionResult, void, void>;

/** By event, then by question; an event that nobody holds any more takes its answers along. */
const answers = new WeakMap<object, Map<string, ExecutionResult | Promise<ExecutionResult>>>();

/**
 * What is subscribed to holds plain values alone, so that nothing in an answer can depend on who reads it.
 * Throws for a schema in which that is not so; called when the server is built.
 */
export function mustBeTheSameForAll(schema: GraphQLSchema): void {
  for (const { name, type } of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const object = getNamedType(type);
    const plain =
      isObjectType(object) &&
      Object.values(object.getFields()).every(
        (field) => isLeafType(getNamedType(field.type)) && field.args.length === 0,
      );
    if (!plain)
      throw new Error(`The subscription ${name} holds more than plain values: it cannot be shared.`);
  }
}

/** In the place of graphql's own `subscribe`; `question` is the same for the same words and variables. */
export async function subscribeTogether(
  args: ExecutionArgs,
  question: string,
): Promise<Events | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const over = { value: undefined, done: true } as const;
  return {
    async next() {
      const { value, done } = await events.next();
      return done ? over : { value: await answerTo(value as object, args, question), done: false };
    },
    async return() {
      await events.return?.();
      return over;
    },
    async throw(error: unknown) {
      await events.return?.();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await events.return?.();
    },
  } as Events;
}

function answerTo(
  event: object,
  args: ExecutionArgs,
  question: string,
): ExecutionResult | Promise<ExecutionResult> {
  const known = answers.get(event) ?? new Map<string, ExecutionResult | Promise<ExecutionResult>>();
  if (known.size === 0) answers.set(event, known);
  let answer = known.get(question);
  if (!answer) {
    answer = execute({ ...args, rootValue: event });
    known.set(question, answer);
  }
  return answer;
}
