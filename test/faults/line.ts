// A line to somewhere that can be cut, and mended.
import { once } from 'node:events';
import {
  type AddressInfo,
  type NetConnectOpts,
  type Server,
  type Socket,
  connect,
  createServer,
} from 'node:net';

export class Line {
  private readonly open = new Set<Socket>();
  private server: Server | null = null;

  private constructor(
    private readonly to: NetConnectOpts,
    public port = 0,
  ) {}

  static async to(to: NetConnectOpts): Promise<Line> {
    const line = new Line(to);
    await line.mend();
    return line;
  }

  /** The address of a database, as it is reached through this line. */
  static async toDatabase(url: string): Promise<{ line: Line; url: string }> {
    const address = new URL(url);
    const socket = decodeURIComponent(address.hostname || (address.searchParams.get('host') ?? ''));
    const port = Number(address.port || 5432);
    const line = await Line.to(
      socket.startsWith('/') ? { path: `${socket}/.s.PGSQL.${port}` } : { host: socket, port },
    );
    const user = `${address.username}:${address.password}`;
    return { line, url: `postgres://${user}@127.0.0.1:${line.port}${address.pathname}?sslmode=disable` };
  }

  async mend(): Promise<void> {
    this.server = createServer((near) => {
      const far = connect(this.to);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.open.add(one);
        one
          .on('error', () => {})
          .on('close', () => {
            this.open.delete(one);
            other.destroy();
          });
        one.pipe(other);
      }
    }).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.open) socket.destroy();
    await closed;
  }
}
