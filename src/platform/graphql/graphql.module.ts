// Apollo on Fastify, subscriptions over graphql-ws, one way to become somebody for both.
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Inject, Injectable, Module } from '@nestjs/common';
import { GraphQLModule, type GqlOptionsFactory } from '@nestjs/graphql';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { DOCUMENT } from '../limits.js';
import { LOG, type Logger, Metrics } from '../observe/index.js';
import { Rates } from '../rates.js';
import { ActorSource, credentialsOfRequest } from '../session/index.js';
import { keepApart } from './apart.js';
import { askStrangers } from './ask-strangers.js';
import { GraphqlContext } from './context.js';
import { refuseTheEndless } from './document-limits.js';
import { formatError } from './format-error.js';
import { meetLimits } from './meet-limits.js';
import { noteUse } from './note-use.js';
import { observeOperations } from './observe-operations.js';
import { orUnavailable, sayUnavailable } from './say-unavailable.js';
import { SocketServer } from './socket-server.js';
import { Sockets } from './sockets.js';

@Injectable()
export class GraphqlOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Logger,
    @Inject(ActorSource) private readonly actors: ActorSource,
    @Inject(Rates) private readonly rates: Rates,
    @Inject(Metrics) private readonly metrics: Metrics,
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
      // Nothing of ours is asked for by its hash, and whatever strangers could leave here is one thing more to bound.
      persistedQueries: false,
      cache: 'bounded',
      parseOptions: { maxTokens: DOCUMENT.tokens },
      validationRules: [refuseTheEndless, keepApart],
      formatError: formatError(this.log),
      plugins: [
        meetLimits(this.rates),
        noteUse(this.actors),
        askStrangers,
        sayUnavailable,
        // Last: it tells what the others have made of the answer.
        observeOperations(this.metrics, this.log),
        ApolloServerPluginLandingPageDisabled(),
        // It would look at every field for hints that nobody gives.
        ApolloServerPluginCacheControlDisabled(),
      ],
      context: (request: FastifyRequest, reply: FastifyReply) =>
        this.context(request, reply).catch(orUnavailable),
    };
  }

  private async context(request: FastifyRequest, reply: FastifyReply): Promise<GraphqlContext> {
    const actor = await this.actors.actorOf(credentialsOfRequest(request), 'UNNOTED');
    return new GraphqlContext(actor, request, reply);
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
        sockets,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [sockets],
          useClass: GraphqlOptions,
        }),
      ],
      // The driver's own server of sockets takes neither a limit for frames nor one for readers.
      providers: [SocketServer],
    };
  }
}
