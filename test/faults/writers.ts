// People who write without a pause, and repeat what was not acknowledged with the same key until it is.
import { randomUUID } from 'node:crypto';
import { localId } from '../../src/platform/graphql/index.js';
import type { Chance } from './chance.js';
import type { Contact, People } from './people.js';

export type Written = {
  kind: 'thread' | 'message' | 'note';
  id: string;
  body: string;
  by: 'CONTACT' | 'STAFF';
};

const CATEGORIES = ['USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT'] as const;
const PAUSE_MS = 100;
/** For a repetition, as a careful client waits. */
const AGAIN_MS = 200;
const PATIENCE_MS = 20_000;

type Answer = { data: any; code: string | null; reason: string };

export class Writers {
  readonly written: Written[] = [];
  readonly resolved = new Set<string>();
  readonly corrected = new Map<string, string>();
  /** What a person should never be answered, however hard it storms. */
  readonly wrong: string[] = [];
  /** How often something had to be said again. */
  repeated = 0;
  private readonly threads: { id: string; contact: Contact }[] = [];
  private writing = false;
  private count = 0;

  constructor(
    private readonly base: () => string,
    private readonly people: People,
    private readonly chance: Chance,
    private readonly name: string,
  ) {}

  /** Starts all; the promise ends when everybody has got an answer to their last word. */
  run(): { stop(): Promise<void> } {
    this.writing = true;
    const everybody = Promise.all([
      ...this.people.contacts.map((contact) => this.on(() => this.asContact(contact))),
      ...this.people.agents.map((agent) => this.on(() => this.asAgent(agent))),
      this.on(() => this.correct(this.people.lead)),
    ]);
    return {
      stop: async () => {
        this.writing = false;
        await everybody;
      },
    };
  }

  private async on(work: () => Promise<void>): Promise<void> {
    while (this.writing) {
      await work();
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  private async asContact(contact: Contact): Promise<void> {
    const body = this.words('문의');
    const mine = this.threads.filter((thread) => thread.contact === contact);
    if (mine.length === 0 || this.chance.next() < 0.4) {
      const input = { spaceId: contact.spaceId, body, idempotencyKey: randomUUID() };
      const data = await this.must(contact.token, 'openThread', input, 'thread { id }');
      if (!data) return;
      this.threads.push({ id: data.thread.id, contact });
      this.keep('thread', data.thread.id, body, 'CONTACT');
      return;
    }
    await this.post(contact.token, this.chance.of(mine).id, body, 'CONTACT');
  }

  private async asAgent(token: string): Promise<void> {
    if (this.threads.length === 0) return;
    const { id: threadId } = this.chance.of(this.threads);
    const what = this.chance.next();
    if (what < 0.5) return this.post(token, threadId, this.words('답변'), 'STAFF');
    if (what < 0.75) {
      const body = this.words('메모');
      const input = { threadId, body, idempotencyKey: randomUUID() };
      const data = await this.must(token, 'writeNote', input, 'note { id }');
      if (data) this.keep('note', data.note.id, body, 'STAFF');
      return;
    }
    const data = await this.must(token, 'resolveThread', { threadId }, 'thread { id }');
    if (data) this.resolved.add(localId('thread', threadId));
  }

  private async correct(token: string): Promise<void> {
    const list = '{ vocItems(first: 20, state: COUNTED) { edges { node { id version category } } } }';
    const { data } = await this.ask(token, list, {});
    const items = (data?.vocItems.edges ?? []) as { node: { id: string; version: number } }[];
    if (items.length === 0) return;
    const { id: itemId, version } = this.chance.of(items).node;
    const category = this.chance.of(CATEGORIES);
    const done = await this.must(
      token,
      'correctVocItem',
      { itemId, version, category },
      'item { id }',
      'CONFLICT',
    );
    // Nobody else corrects: a conflict means that the first try had arrived.
    if (done) this.corrected.set(localId('vocitem', itemId), category);
  }

  private async post(token: string, threadId: string, body: string, by: Written['by']): Promise<void> {
    const input = { threadId, body, idempotencyKey: randomUUID() };
    const data = await this.must(token, 'postMessage', input, 'message { id }');
    if (data) this.keep('message', data.message.id, body, by);
  }

  private keep(kind: Written['kind'], id: string, body: string, by: Written['by']): void {
    this.written.push({ kind, id: localId(kind, id), body, by });
  }

  private words(kind: string): string {
    return `${kind} ${this.name}-${++this.count}: 로그인 화면에서 오류가 나요.`;
  }

  /** Says it until it is acknowledged; null when it was refused, which is kept as wrong. */
  private async must(token: string, name: string, input: object, fields: string, fine = ''): Promise<any> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
    const since = Date.now();
    for (let tries = 0; Date.now() - since < 60_000; tries++) {
      const { data, code, reason } = await this.ask(token, query, { input });
      if (data) return data[name];
      if (tries > 0 && code === fine && code !== '') return {};
      if (code !== 'UNAVAILABLE' && code !== null) {
        this.wrong.push(`${name}: ${code} ${reason}`);
        return null;
      }
      this.repeated++;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
    this.wrong.push(`${name}: nobody answered for a minute`);
    return null;
  }

  /** `code` is null when no server answered at all. */
  private async ask(token: string, query: string, variables: object): Promise<Answer> {
    try {
      const response = await fetch(`${this.base()}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (response.status === 502) return { data: null, code: null, reason: '' };
      const { data, errors } = (await response.json()) as any;
      const first = errors?.[0];
      if (first) return { data: null, code: String(first.extensions?.code), reason: first.message };
      return { data, code: null, reason: '' };
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') this.wrong.push('no answer within 20 seconds');
      return { data: null, code: null, reason: '' };
    }
  }
}
