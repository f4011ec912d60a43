// Apollo on Fastify, subscriptions over graphql-ws, one way to become somebody for both.
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Inject, Injectable, Module } from '@nestjs/common';
import { GraphQLModule, type GqlOptionsFactory } from '@nestjs/graphql';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionResult, GraphQLError, Kind, parse } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { CONFIG, type Config } from '../config.js';
import { LOG, type Logger } from '../observe/index.js';
import { ActorSource, credentialsOfRequest } from '../session/index.js';
import { invalid } from '../errors.js';
import { askStrangers } from './ask-strangers.js';
import { checkStrings, cleanInput } from './clean-input.js';
import { GraphqlContext } from './context.js';
import { formatError } from './format-error.js';
import { orUnavailable, sayUnavailable } from './say-unavailable.js';
import { type SocketContext, type SocketExtra, Sockets } from './sockets.js';

/** Longest document, in lexical tokens; the web app's longest has about half. */
const MOST_TOKENS = 1_000;

@Injectable()
export class GraphqlOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Logger,
    @Inject(ActorSource) private readonly actors: ActorSource,
    @Inject(Sockets) private readonly sockets: Sockets,
  ) {}

  createGqlOptions(): Omit<ApolloDriverConfig, 'driver'> {
    return {
      autoSchemaFile: true,
      sortSchema: true,
      path: '/graphql',
      introspection: this.config.development,
      playground: false,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: !this.config.development,
      // Whoever started the process ends it in order; Apollo would kill it on a signal before the rest is put away.
      stopOnTerminationSignals: false,
      csrfPrevention: true,
      allowBatchedHttpRequests: false,
      cache: 'bounded',
      parseOptions: { maxTokens: MOST_TOKENS },
      formatError: formatError(this.log),
      plugins: [cleanInput, askStrangers, sayUnavailable, ApolloServerPluginLandingPageDisabled()],
      context: (first: unknown, reply: FastifyReply) => this.context(first, reply).catch(orUnavailable),
      subscriptions: {
        'graphql-ws': {
          path: '/graphql',
          connectionInitWaitTimeout: 3_000,
          onConnect: (context: SocketContext) => this.sockets.connect(context),
          onSubscribe: (_context: unknown, _id: string, payload: SubscribePayload) =>
            refuseOverSocket(payload),
          ...this.socketErrors(),
          onDisconnect: (context: SocketContext) => this.sockets.leave(context),
        },
      },
    };
  }

  /** An HTTP request brings request and reply; an operation of a socket brings its extra. */
  private async context(first: unknown, reply: FastifyReply): Promise<GraphqlContext> {
    const extra = (first as { extra?: SocketExtra }).extra ?? (first as Partial<SocketExtra>);
    if (extra.credentials)
      return new GraphqlContext(await this.actors.actorOf(extra.credentials), null, null);
    const request = first as FastifyRequest;
    return new GraphqlContext(await this.actors.actorOf(credentialsOfRequest(request)), request, reply);
  }

  /** Apollo's formatting does not reach sockets. Nest passes these hooks on, though its type does not name them. */
  private socketErrors(): object {
    return {
      onError: (_context: unknown, _id: string, _payload: unknown, errors: readonly GraphQLError[]) =>
        this.shown(errors),
      onNext: (_context: unknown, _id: string, _payload: unknown, _args: unknown, result: ExecutionResult) =>
        result.errors ? { ...result, errors: this.shown(result.errors) } : undefined,
    };
  }

  private shown(errors: readonly GraphQLError[]) {
    return errors.map((error) => {
      if (error.originalError) return formatError(this.log)(error.toJSON(), error);
      // What nobody threw is graphql-js complaining of the request; what else there is stays unsaid.
      const message = error.message.replace(/ ?Did you mean [^]*$/, '');
      return formatError(this.log)(
        { ...error.toJSON(), message, extensions: { code: 'BAD_USER_INPUT' } },
        error,
      );
    });
  }
}

/** Only subscriptions travel over a socket, under the same rules for text as over HTTP. */
function refuseOverSocket({ query, variables }: SubscribePayload): GraphQLError[] | undefined {
  try {
    const document = parse(query, { maxTokens: MOST_TOKENS });
    for (const each of document.definitions) {
      if (each.kind === Kind.OPERATION_DEFINITION && each.operation !== 'subscription') {
        throw invalid('SUBSCRIPTION_ONLY', 'Only subscriptions travel over a socket; send this over HTTP.');
      }
    }
    checkStrings(document, variables);
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    return [new GraphQLError((error as Error).message, { originalError: error as Error })];
  }
}

@Module({})
class SocketsModule {}

@Module({})
export class GraphqlServerModule {
  static with(actorModule: object) {
    const sockets = {
      module: SocketsModule,
      imports: [actorModule as never],
      providers: [Sockets],
      exports: [Sockets, actorModule as never],
    };
    return {
      module: GraphqlServerModule,
      imports: [
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [sockets],
          useClass: GraphqlOptions,
        }),
      ],
    };
  }
}
