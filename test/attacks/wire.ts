// A WebSocket in plain sight: every frame sent and heard, and how it closed.
import WebSocket from 'ws';
import { sql } from '../../src/platform/database/index.js';
import type { Somebody } from '../world/as.js';
import type { Person, World } from '../world/world.js';

export type Frame = { type: string; id?: string; payload?: never };
export type Hint = { kind: string; threadId: string | null; spaceId: string | null };
export type Closed = { code: number; reason: string };

export const HINTS = 'subscription { hints { kind threadId spaceId personId personName doing } }';

export class Wire {
  readonly frames: Frame[] = [];
  /** Resolves when the socket has closed; a refused upgrade gives its HTTP status. */
  readonly closed: Promise<Closed>;
  private wakers: (() => void)[] = [];
  private over = false;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      this.frames.push(JSON.parse(String(data)) as Frame);
      this.wake();
    });
    this.closed = new Promise((resolve) => {
      const end = (closed: Closed) => {
        this.over = true;
        resolve(closed);
        this.wake();
      };
      socket.on('close', (code, reason) => end({ code, reason: String(reason) }));
      socket.on('unexpected-response', (_request, response) =>
        end({ code: response.statusCode ?? 0, reason: 'no upgrade' }),
      );
      socket.on('error', () => {});
    });
  }

  static async open(base: string, headers: Record<string, string> = {}): Promise<Wire> {
    const wire = new Wire(
      new WebSocket(`${base.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers }),
    );
    await Promise.race([new Promise((resolve) => wire.socket.on('open', resolve)), wire.closed]);
    return wire;
  }

  /** Open, and let in as somebody. */
  static async as(somebody: Somebody): Promise<Wire> {
    const wire = await Wire.open(somebody.base);
    wire.init(somebody);
    await wire.next((frame) => frame.type === 'connection_ack');
    return wire;
  }

  init(somebody: Pick<Somebody, 'token' | 'company'>): void {
    this.send({
      type: 'connection_init',
      payload: {
        authorization: `Bearer ${somebody.token}`,
        ...(somebody.company ? { company: somebody.company } : {}),
      },
    });
  }

  send(frame: object | string): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.send({ type: 'subscribe', id, payload: { query, variables } });
  }

  /** The first frame of this kind, heard or to come; throws when the socket closes before it. */
  async next(wanted: (frame: Frame) => boolean): Promise<Frame> {
    for (;;) {
      const frame = this.frames.find(wanted);
      if (frame) return frame;
      if (this.over) throw new Error(`The socket closed first: ${JSON.stringify(await this.closed)}`);
      await new Promise<void>((resolve) => this.wakers.push(resolve));
    }
  }

  close(): void {
    this.socket.close();
  }

  private wake(): void {
    const wakers = this.wakers;
    this.wakers = [];
    for (const wake of wakers) wake();
  }
}

/** Somebody who watches the live hints; begins when the first one has really arrived. */
export class Listener {
  private probes = 0;

  private constructor(
    private readonly world: World,
    private readonly person: Person,
    readonly wire: Wire,
  ) {}

  static async begin(world: World, person: Person): Promise<Listener> {
    const listener = new Listener(world, person, await Wire.as(person));
    listener.wire.subscribe('live', HINTS);
    await listener.wire.next((frame) => kindOf(frame) === 'READY');
    return listener;
  }

  /** All hints so far, without the probes. */
  hints(): Hint[] {
    return this.wire.frames
      .filter(({ type }) => type === 'next')
      .map(hintOf)
      .filter((hint) => hint !== null)
      .filter(({ kind }) => kind !== 'READY' && !kind.startsWith('PROBE'));
  }

  /** All hints of everything that was committed before now. */
  async settled(): Promise<Hint[]> {
    const probe = await this.probe();
    await this.wire.next((frame) => kindOf(frame) === probe);
    return this.hints();
  }

  close(): void {
    this.wire.close();
  }

  /** Says something on the person's own topic, behind all that was said before. */
  private async probe(): Promise<string> {
    const kind = `PROBE ${++this.probes}`;
    const notice = JSON.stringify({ topics: [`person:${this.person.uuid}`], hint: { kind } });
    await this.world.rows(sql`select pg_notify('hotline', ${notice})`);
    return kind;
  }
}

const hintOf = (frame: Frame): Hint | null =>
  (frame.payload as { data?: { hints: Hint } } | undefined)?.data?.hints ?? null;
const kindOf = (frame: Frame): string | undefined =>
  frame.type === 'next' ? hintOf(frame)?.kind : undefined;
