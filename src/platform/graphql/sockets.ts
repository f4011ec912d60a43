// Who may open a socket, and when it is closed: a socket lives no longer than the session it was opened with.
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Context } from 'graphql-ws';
import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { Actor } from '../actor.js';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { Hub } from '../events/index.js';
import { SOCKET } from '../limits.js';
import { Metrics } from '../observe/index.js';
import {
  ACCESS_ENDED,
  type AccessEnded,
  ActorSource,
  type Credentials,
  credentialsOfSocket,
  originAllowed,
} from '../session/index.js';

export type SocketExtra = {
  socket: WebSocket;
  request: IncomingMessage;
  /** Where it comes from. */
  address: string;
  credentials?: Credentials;
  personId?: string;
};
export type SocketContext = Context<Record<string, unknown> | undefined, SocketExtra>;

/** What graphql-ws closes with when somebody may not be here. */
const FORBIDDEN = [4403, 'Forbidden'] as const;
/** Clients come back after it, by and by: another tab may have been closed until then. */
const TOO_MANY = [1013, 'Too many sockets'] as const;

/** For who is welcome, but at another process; whoever hears it comes back by themselves. */
const GOING_AWAY = [1001, 'Going away'] as const;

/** After a word may have been missed, and the database did not answer at once. */
const AGAIN_MS = 1_000;

/** How often sockets are looked through for sessions that have run out. */
const LOOK_EVERY_MS = 500;

type Owner = {
  personId: string;
  sessionId: string;
  sessionEnds: Date;
  credentials: Credentials;
  /** What their rights follow from. */
  standing: string;
};

@Injectable()
export class Sockets implements OnModuleInit, OnModuleDestroy {
  private readonly open = new Map<WebSocket, Owner>();
  private looking: NodeJS.Timeout | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ActorSource) private readonly actors: ActorSource,
    @Inject(Hub) hub: Hub,
    @Inject(Metrics) metrics: Metrics,
  ) {
    metrics.gauge('hotline_sockets', 'Open sockets of signed-in people in this process.', [], () => [
      { value: this.open.size },
    ]);
    hub.control<AccessEnded>(ACCESS_ENDED, ({ personId, sessionId }) =>
      this.close(
        (owner) => owner.personId === personId && (sessionId === null || owner.sessionId === sessionId),
      ),
    );
    hub.afterGap(() => void this.lookAgain());
  }

  onModuleInit(): void {
    this.looking = setInterval(() => {
      const now = this.clock.now();
      this.close(({ sessionEnds }) => sessionEnds <= now);
    }, LOOK_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.looking) clearInterval(this.looking);
  }

  /** False closes the socket with 4403: foreign pages and strangers have nothing to watch here. */
  async connect(context: SocketContext): Promise<boolean> {
    const { extra } = context;
    const params = context.connectionParams;
    const { origin, host, cookie } = extra.request.headers;
    if (!originAllowed(origin, host, this.config, typeof params?.authorization === 'string')) return false;
    const credentials = credentialsOfSocket(params, cookie);
    const actor = await this.actors.actorOf(credentials);
    if (actor.kind !== 'contact' && actor.kind !== 'staff') return false;
    const { personId, sessionId, sessionEnds } = actor;
    const others = [...this.open.values()].filter((owner) => owner.personId === personId);
    if (others.length >= SOCKET.perPerson) {
      extra.socket.close(...TOO_MANY);
      return false;
    }
    extra.credentials = credentials;
    extra.personId = personId;
    const standing = standingOf(actor);
    this.open.set(extra.socket, { personId, sessionId, sessionEnds, credentials, standing });
    return true;
  }

  leave(context: SocketContext): void {
    this.open.delete(context.extra.socket);
  }

  /** This process ends: everybody comes back at another one. */
  sendAway(): void {
    for (const socket of this.open.keys()) socket.close(...GOING_AWAY);
  }

  /** Nobody may have told us that a session has ended: each is looked at, as if it came now. */
  private async lookAgain(): Promise<void> {
    for (const [socket, owner] of [...this.open]) {
      try {
        const actor = await this.actors.actorOf(owner.credentials);
        if (standingOf(actor) !== owner.standing) socket.close(...FORBIDDEN);
      } catch {
        setTimeout(() => void this.lookAgain(), AGAIN_MS).unref();
        return;
      }
    }
  }

  private close(over: (owner: Owner) => boolean): void {
    for (const [socket, owner] of this.open) if (over(owner)) socket.close(...FORBIDDEN);
  }
}

const standingOf = (actor: Actor): string =>
  actor.kind === 'contact' || actor.kind === 'staff'
    ? JSON.stringify({ ...actor, sessionEnds: null })
    : actor.kind;
