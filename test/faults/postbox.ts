// A real mail server that keeps what it is given, and can be away.
import { once } from 'node:events';
import type { Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../world/process.js';

export type Received = { messageId: string; to: string; text: string; at: number };

export class Postbox {
  readonly received: Received[] = [];
  private server: SMTPServer | null = null;

  private constructor(readonly port: number) {}

  static async open(): Promise<Postbox> {
    const postbox = new Postbox(await freePort());
    await postbox.back();
    return postbox;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async back(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, { envelope }, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const text = Buffer.concat(parts).toString();
          const messageId = /^message-id: *(\S+)/im.exec(text)?.[1] ?? '';
          this.received.push({ messageId, to: envelope.rcptTo[0]?.address ?? '', text, at: Date.now() });
          done();
        });
      },
    });
    this.server.on('error', () => {});
    const inner = this.server.listen(this.port, '127.0.0.1') as Server;
    await once(inner, 'listening');
  }

  async away(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}
