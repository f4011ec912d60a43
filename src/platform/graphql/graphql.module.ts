// Apollo on Fastify, subscriptions over graphql-ws, one way to become somebody for both.
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Inject, Injectable, Module } from '@nestjs/common';
import { GraphQLModule, type GqlOptionsFactory } from '@nestjs/graphql';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionResult, GraphQLError, Kind, parse } from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { CONFIG, type Config } from '../config.js';
import { Hub } from '../events/index.js';
import { LOG, type Logger } from '../observe/index.js';
import {
  ActorSource,
  type Credentials,
  credentialsOfRequest,
  credentialsOfSocket,
  originAllowed,
} from '../session/index.js';
import { invalid } from '../errors.js';
import { checkStrings, cleanInput } from './clean-input.js';
import { GraphqlContext } from './context.js';
import { formatError } from './format-error.js';

/** Longest document, in lexical tokens; the web app's longest has about half. */
const MOST_TOKENS = 1_000;

type SocketExtra = {
  socket: WebSocket;
  request: { headers: Record<string, string | undefined> };
  credentials?: Credentials;
};

/** Topic on which the end of somebody's access is said; identity announces on it. */
const ACCESS_ENDED = 'access-ended';

@Injectable()
export class GraphqlOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  private readonly sockets = new Map<WebSocket, { personId: string; sessionId: string }>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Logger,
    @Inject(ActorSource) private readonly actors: ActorSource,
    @Inject(Hub) hub: Hub,
  ) {
    hub.control<{ personId: string; sessionId: string | null }>(ACCESS_ENDED, (ended) =>
      this.closeSockets(ended),
    );
  }

  createGqlOptions(): Omit<ApolloDriverConfig, 'driver'> {
    return {
      autoSchemaFile: true,
      sortSchema: true,
      path: '/graphql',
      introspection: this.config.development,
      playground: false,
      graphiql: this.config.development,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: !this.config.development,
      csrfPrevention: true,
      allowBatchedHttpRequests: false,
      cache: 'bounded',
      parseOptions: { maxTokens: MOST_TOKENS },
      formatError: formatError(this.log),
      plugins: [cleanInput, ...(this.config.development ? [] : [ApolloServerPluginLandingPageDisabled()])],
      context: (first: unknown, reply: FastifyReply) => this.context(first, reply),
      subscriptions: {
        'graphql-ws': {
          path: '/graphql',
          connectionInitWaitTimeout: 3_000,
          onConnect: (context: Context<Record<string, unknown>, unknown>) => this.connect(context),
          onSubscribe: (_context: unknown, _id: string, payload: SubscribePayload) =>
            refuseOverSocket(payload),
          ...this.socketErrors(),
          onDisconnect: (context: Context<Record<string, unknown>, unknown>) => {
            this.sockets.delete((context.extra as SocketExtra).socket);
          },
        },
      },
    };
  }

  /** An HTTP request brings request and reply; an operation of a socket brings its extra. */
  private async context(first: unknown, reply: FastifyReply): Promise<GraphqlContext> {
    const extra = (first as { extra?: SocketExtra }).extra ?? (first as { credentials?: Credentials });
    if (extra.credentials)
      return new GraphqlContext(await this.actors.actorOf(extra.credentials), null, null);
    const request = first as FastifyRequest;
    return new GraphqlContext(await this.actors.actorOf(credentialsOfRequest(request)), request, reply);
  }

  /** False closes the socket with 4403: foreign pages and strangers have nothing to watch here. */
  private async connect(context: Context<Record<string, unknown>, unknown>): Promise<boolean> {
    const extra = context.extra as SocketExtra;
    const params = context.connectionParams;
    const { origin, host, cookie } = extra.request.headers;
    if (!originAllowed(origin, host, this.config, typeof params?.authorization === 'string')) return false;
    const credentials = credentialsOfSocket(params, cookie);
    const actor = await this.actors.actorOf(credentials);
    if (actor.kind !== 'contact' && actor.kind !== 'staff') return false;
    extra.credentials = credentials;
    this.sockets.set(extra.socket, { personId: actor.personId, sessionId: actor.sessionId });
    return true;
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

  private closeSockets(ended: { personId: string; sessionId: string | null }): void {
    for (const [socket, { personId, sessionId }] of this.sockets) {
      if (personId === ended.personId && (ended.sessionId === null || ended.sessionId === sessionId)) {
        socket.close(4403, 'Forbidden');
      }
    }
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
export class GraphqlServerModule {
  static with(actorModule: object) {
    return {
      module: GraphqlServerModule,
      imports: [
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [actorModule as never],
          useClass: GraphqlOptions,
        }),
      ],
    };
  }
}
