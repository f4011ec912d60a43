// Somebody who uses the product through GraphQL, over HTTP and WebSocket, as a program or a browser would.
import { type Client, createClient } from 'graphql-ws';
import request from 'supertest';
import WebSocket from 'ws';

export type GraphqlError = {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; reason: string; field?: string; retryAfter?: number };
};
export type Answer = {
  data: any;
  errors?: GraphqlError[];
  status: number;
  text: string;
  headers: Record<string, string>;
};

/** What is asked beside GraphQL: the answer of POST /files and GET /files/…. */
export type Uploaded = {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  url: string;
  thumbnailUrl: string | null;
  inline: boolean;
};
export type FileAnswer = { status: number; body: Uploaded & { errors?: GraphqlError[] }; text: string };
export type Download = { status: number; bytes: Buffer; headers: Record<string, string> };

export class Somebody {
  private socket: Client | null = null;

  constructor(
    readonly base: string,
    readonly token: string | null,
    readonly company: string | null = null,
  ) {}

  /** The whole answer, errors and all. */
  async ask(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const call = request(this.base)
      .post('/graphql')
      .set({ ...this.headers(), ...headers });
    const response = await call.send({ query, variables });
    return { ...response.body, status: response.status, text: response.text, headers: response.headers };
  }

  /** The data; throws when the answer is a refusal. */
  async get(query: string, variables: object = {}): Promise<any> {
    const { data, errors, text } = await this.ask(query, variables);
    if (errors?.length || !data) throw new Error(`Refused: ${text}`);
    return data;
  }

  /** `name(input)` with the fields wanted of its payload. */
  async do(name: string, input: object, fields: string): Promise<any> {
    return (await this.get(mutation(name, fields), { input }))[name];
  }

  /** What it was refused with; throws when it was not. */
  async refused(
    name: string,
    input: object,
    fields: string,
  ): Promise<{ code: string; reason: string; field?: string; message: string }> {
    const { errors, text } = await this.ask(mutation(name, fields), { input });
    const error = errors?.[0];
    if (!error) throw new Error(`Not refused: ${text}`);
    return { ...error.extensions, message: error.message };
  }

  /** The whole answer to an upload, errors and all. */
  async sendFile(
    spaceId: string,
    name: string,
    bytes: Buffer,
    headers: Record<string, string> = { 'apollo-require-preflight': 'true' },
  ): Promise<FileAnswer> {
    const response = await request(this.base)
      .post(`/files?spaceId=${spaceId}`)
      .set({ ...this.headers(), ...headers })
      .attach('file', bytes, { filename: name, contentType: 'application/octet-stream' });
    return { status: response.status, body: response.body, text: response.text };
  }

  /** An upload that is taken; throws when it is not. */
  async upload(spaceId: string, name: string, bytes: Buffer): Promise<Uploaded> {
    const { status, body, text } = await this.sendFile(spaceId, name, bytes);
    if (status !== 200) throw new Error(`Refused: ${text}`);
    return body;
  }

  /** The whole answer to a picture for a board, errors and all. */
  async sendBoardPicture(
    boardId: string,
    id: string,
    name: string,
    bytes: Buffer,
    headers: Record<string, string> = { 'apollo-require-preflight': 'true' },
  ): Promise<{ status: number; body: any; text: string }> {
    const response = await request(this.base)
      .post(`/boards/pictures?boardId=${boardId}&id=${id}`)
      .set({ ...this.headers(), ...headers })
      .attach('file', bytes, { filename: name, contentType: 'application/octet-stream' });
    return { status: response.status, body: response.body, text: response.text };
  }

  /** A file of a course's material; throws when it is not taken. */
  async sendMaterial(name: string, bytes: Buffer): Promise<{ id: string; url: string }> {
    const response = await request(this.base)
      .post('/training/files')
      .set({ ...this.headers(), 'apollo-require-preflight': 'true' })
      .attach('file', bytes, { filename: name, contentType: 'application/octet-stream' });
    if (response.status !== 200) throw new Error(`Refused: ${response.text}`);
    return response.body;
  }

  /** A file that shows a step; throws when it is not taken. */
  async sendMissionFile(name: string, bytes: Buffer): Promise<{ id: string; url: string }> {
    const response = await request(this.base)
      .post('/training/missions/files')
      .set({ ...this.headers(), 'apollo-require-preflight': 'true' })
      .attach('file', bytes, { filename: name, contentType: 'application/octet-stream' });
    if (response.status !== 200) throw new Error(`Refused: ${response.text}`);
    return response.body;
  }

  /** The whole answer to a file of history, errors and all. */
  async sendImport(
    name: string,
    bytes: Buffer,
    headers: Record<string, string> = { 'apollo-require-preflight': 'true' },
  ): Promise<{ status: number; body: { id: string; errors?: GraphqlError[] }; text: string }> {
    const response = await request(this.base)
      .post('/imports')
      .set({ ...this.headers(), ...headers })
      .attach('file', bytes, { filename: name, contentType: 'application/octet-stream' });
    return { status: response.status, body: response.body, text: response.text };
  }

  async download(url: string, headers: Record<string, string> = {}): Promise<Download> {
    const response = await request(this.base)
      .get(url)
      .set({ ...this.headers(), ...headers })
      .buffer(true)
      .parse((stream, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => done(null, Buffer.concat(parts)));
      });
    return { status: response.status, bytes: response.body as Buffer, headers: response.headers };
  }

  /** Every hint from now on; `next` waits for the event, not for a time. */
  async watch(fields = 'kind threadId spaceId'): Promise<Watching> {
    this.socket ??= createClient({
      url: `${this.base.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: {
        authorization: `Bearer ${this.token}`,
        ...(this.company ? { company: this.company } : {}),
      },
      retryAttempts: 0,
      lazy: true,
    });
    const iterator = this.socket.iterate({ query: `subscription { hints { ${fields} } }` });
    // The subscription stands when it says so.
    await iterator.next();
    return new Watching(iterator as AsyncIterableIterator<unknown>);
  }

  async leave(): Promise<void> {
    await this.socket?.dispose();
    this.socket = null;
  }

  private headers(): Record<string, string> {
    return {
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      ...(this.company ? { 'hotline-company': this.company } : {}),
    };
  }
}

const mutation = (name: string, fields: string): string => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  return `mutation Run($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
};

export class Watching {
  readonly heard: unknown[] = [];
  private readonly waiting: { wanted: (value: never) => boolean; resolve: (value: never) => void }[] = [];
  ended: string | null = null;
  private readonly endings: (() => void)[] = [];

  constructor(iterator: AsyncIterableIterator<unknown>) {
    void (async () => {
      try {
        for await (const value of iterator) this.hear(value);
        this.end('complete');
      } catch (error) {
        this.end(
          (error as { code?: number }).code ? String((error as { code?: number }).code) : String(error),
        );
      }
    })();
  }

  /** The first event, heard or to come, that is wanted. */
  until(wanted: (value: any) => boolean): Promise<any> {
    const already = this.heard.find((value) => wanted(value));
    if (already) return Promise.resolve(already);
    return new Promise((resolve) => this.waiting.push({ wanted, resolve }));
  }

  /** Why the socket closed, once it does. */
  closed(): Promise<string> {
    if (this.ended) return Promise.resolve(this.ended);
    return new Promise((resolve) => this.endings.push(() => resolve(this.ended ?? '')));
  }

  private hear(value: unknown): void {
    this.heard.push(value);
    for (const [index, { wanted, resolve }] of [...this.waiting.entries()].reverse()) {
      if (wanted(value as never)) {
        this.waiting.splice(index, 1);
        resolve(value as never);
      }
    }
  }

  private end(why: string): void {
    this.ended = why;
    for (const ending of this.endings) ending();
  }
}
