// Live hints over WebSocket: subscriptions only, under the same limits as HTTP, and never more memory than a reader deserves.
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type ExecutionArgs, GraphQLError, getOperationAST } from 'graphql';
import { type Server, handleProtocols, makeServer } from 'graphql-ws';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { CONFIG, type Config } from '../config.js';
import { Refusal } from '../errors.js';
import { SOCKET } from '../limits.js';
import { LOG, type Logger, untraced } from '../observe/index.js';
import { standsApart } from './apart.js';
import { addressOf, networkKey, trustOf } from '../proxies.js';
import { Rates } from '../rates.js';
import { ActorSource } from '../session/index.js';
import { GraphqlContext } from './context.js';
import { formatError } from './format-error.js';
import { mustBeTheSameForAll, subscribeTogether } from './shared-events.js';
import { type SocketContext, type SocketExtra, Sockets } from './sockets.js';
import { type Asked, acceptedSubscription, questionOf } from './subscription.js';

const PATH = '/graphql';

/** What happens on one socket between two looks. */
type Watch = { alive: boolean; frames: number; address: string };

@Injectable()
export class SocketServer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: SOCKET.largestFrame,
    handleProtocols,
  });
  private readonly watched = new Map<WebSocket, Watch>();
  private readonly perAddress = new Map<string, number>();
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly trusts: ReturnType<typeof trustOf>;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(GraphQLSchemaHost) private readonly schemaHost: GraphQLSchemaHost,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Logger,
    @Inject(ActorSource) private readonly actors: ActorSource,
    @Inject(Sockets) private readonly sockets: Sockets,
    @Inject(Rates) private readonly rates: Rates,
  ) {
    this.trusts = trustOf(config.trustProxy);
  }

  onApplicationBootstrap(): void {
    // Without HTTP (the worker, the command line) there is nothing to listen on.
    const http = this.host.httpAdapter?.getHttpServer() as HttpServer | undefined;
    if (!http) return;
    mustBeTheSameForAll(this.schemaHost.schema);
    const protocol = this.protocol();
    http.on('upgrade', (request: IncomingMessage, wire: Duplex, head: Buffer) => {
      // Whoever goes away in the middle must not take the process along.
      wire.on('error', () => wire.destroy());
      if (request.url?.split('?')[0] !== PATH) return turnAway(wire, '404 Not Found');
      const address = networkKey(addressOf(request, this.trusts));
      if (!this.mayOpen(address)) return turnAway(wire, '429 Too Many Requests');
      this.server.handleUpgrade(request, wire, head, (socket) =>
        this.begin(protocol, socket, request, address),
      );
    });
    this.every(500, () => this.watched.forEach((watch) => (watch.frames = 0)));
    this.every(SOCKET.pingEveryMs, () => this.watched.forEach((watch, socket) => ping(watch, socket)));
  }

  async onModuleDestroy(): Promise<void> {
    this.timers.forEach(clearInterval);
    for (const socket of this.watched.keys()) socket.close(1001, 'Going away');
    // Who does not say goodbye is not waited for.
    const impatience = setTimeout(
      () => this.watched.forEach((_watch, socket) => socket.terminate()),
      SOCKET.goodbyeMs,
    );
    await new Promise((resolve) => this.server.close(resolve));
    clearTimeout(impatience);
  }

  private mayOpen(address: string): boolean {
    if ((this.perAddress.get(address) ?? 0) >= SOCKET.perAddress) return false;
    try {
      this.rates.request(address);
      return true;
    } catch {
      return false;
    }
  }

  private protocol(): Server<SocketExtra> {
    return makeServer<SocketContext['connectionParams'], SocketExtra>({
      connectionInitWaitTimeout: SOCKET.initWaitMs,
      onConnect: (context) => this.sockets.connect(context),
      onDisconnect: (context) => this.sockets.leave(context),
      onSubscribe: ({ extra, subscriptions }, _id, payload) =>
        this.asked(extra, Object.keys(subscriptions).length, payload),
      context: ({ extra }, _id, _payload, args) => traceless(args, () => this.context(extra)),
      subscribe: (args) => traceless(args, () => subscribeTogether(args, questionOf(args))),
      // Apollo's formatting does not reach sockets.
      onError: (_context, _id, _payload, errors) => this.shown(errors),
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors ? { ...result, errors: this.shown(result.errors) } : undefined,
    });
  }

  private async context({ credentials }: SocketExtra): Promise<GraphqlContext> {
    // Opening the socket counts as use; what is asked over it may stand apart.
    const actor = await this.actors.actorOf(credentials ?? { token: null, company: null }, 'UNNOTED');
    return new GraphqlContext(actor, null, null);
  }

  private asked(extra: SocketExtra, subscriptions: number, payload: Asked) {
    try {
      this.rates.operation(extra.personId ?? null, extra.address, 'READ');
      return acceptedSubscription(this.schemaHost.schema, this.config, subscriptions, payload);
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      return [new GraphQLError((error as Error).message, { originalError: error as Error })];
    }
  }

  private begin(
    protocol: Server<SocketExtra>,
    socket: WebSocket,
    request: IncomingMessage,
    address: string,
  ): void {
    const watch = { alive: true, frames: 0, address };
    this.watched.set(socket, watch);
    this.perAddress.set(address, (this.perAddress.get(address) ?? 0) + 1);
    // What goes wrong closes the socket with a code of its own, as 1009 for a frame that is too large.
    socket.on('error', (error) => this.log.debug({ error: error.message }, 'a socket was closed'));
    socket.on('pong', () => (watch.alive = true));
    // Answered by itself: somebody who pings and never reads is found out here.
    socket.on('ping', () => this.hears(socket, watch));
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => send(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (hear) =>
          socket.on('message', (data) => {
            if (!this.hears(socket, watch)) return;
            hear(String(data)).catch((error: unknown) => {
              this.log.error({ error: (error as Error).message }, 'a socket’s frame failed');
              socket.close(4500, 'Internal server error');
            });
          }),
      },
      { socket, request, address },
    );
    socket.once('close', (code, reason) => {
      this.watched.delete(socket);
      const left = (this.perAddress.get(address) ?? 1) - 1;
      if (left > 0) this.perAddress.set(address, left);
      else this.perAddress.delete(address);
      closed(code, String(reason)).catch(() => {});
    });
  }

  /** False for whoever talks without end or does not listen: the answers would pile up here. */
  private hears(socket: WebSocket, watch: Watch): boolean {
    if (++watch.frames <= SOCKET.framesAtOnce && socket.bufferedAmount <= SOCKET.waitingBytes) return true;
    socket.terminate();
    return false;
  }

  private shown(errors: readonly GraphQLError[]) {
    return errors.map((error) => {
      if (error.originalError instanceof Refusal || error.path)
        return formatError(this.log)(error.toJSON(), error);
      // What nobody threw is graphql-js complaining of the request; what else there is stays unsaid.
      const message = error.message.replace(/ ?Did you mean [^]*$/, '');
      return formatError(this.log)(
        { ...error.toJSON(), message, extensions: { code: 'BAD_USER_INPUT' } },
        error,
      );
    });
  }

  private every(milliseconds: number, look: () => void): void {
    this.timers.push(setInterval(look, milliseconds).unref());
  }
}

/** What stands apart is run without a span being kept of it. */
function traceless<Result>({ schema, document, operationName }: ExecutionArgs, run: () => Result): Result {
  const operation = getOperationAST(document, operationName);
  return operation && standsApart(schema, document, operation) ? untraced(run) : run();
}

/** Resolves once the words have left: a subscription takes no further hint before. */
function send(socket: WebSocket, text: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  if (socket.bufferedAmount > SOCKET.waitingBytes) {
    socket.terminate();
    return Promise.resolve();
  }
  // A socket that breaks meanwhile has nobody left to tell.
  return new Promise((resolve) => socket.send(text, () => resolve()));
}

function ping(watch: Watch, socket: WebSocket): void {
  if (!watch.alive) return socket.terminate();
  watch.alive = false;
  socket.ping();
}

const turnAway = (wire: Duplex, status: string): void =>
  void wire.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
