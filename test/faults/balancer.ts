// Stands for the load balancer: every request goes to the next server, one that refuses is passed over. No stickiness.
import { type Agent, type IncomingMessage, type ServerResponse, createServer, request } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo, type Socket, connect } from 'node:net';

export class Balancer {
  private next = 0;
  private readonly open = new Set<Socket>();
  private readonly server = createServer((asked, answer) => this.pass(asked, answer));

  private constructor(private readonly ports: number[]) {
    this.server.on('upgrade', (asked, socket: Socket, head: Buffer) => this.upgrade(asked, socket, head));
    this.server.on('connection', (socket) => {
      this.open.add(socket);
      socket.on('error', () => {}).on('close', () => this.open.delete(socket));
    });
  }

  static async before(bases: string[], port = 0): Promise<Balancer> {
    const balancer = new Balancer(bases.map((base) => Number(new URL(base).port)));
    balancer.server.listen(port, '127.0.0.1');
    await once(balancer.server, 'listening');
    return balancer;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get base(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** As if the cable was cut: whoever is connected is not any more. */
  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.open) socket.destroy();
    await closed;
  }

  /** Ports in turn, each once. */
  private turn(): number[] {
    const first = this.next++ % this.ports.length;
    return [...this.ports.slice(first), ...this.ports.slice(0, first)];
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    const parts: Buffer[] = [];
    asked.on('data', (part: Buffer) => parts.push(part));
    asked.on('end', () => this.ask(asked, Buffer.concat(parts), answer, this.turn()));
  }

  private ask(asked: IncomingMessage, body: Buffer, answer: ServerResponse, ports: number[]): void {
    const [port, ...others] = ports;
    const { method, url: path, headers } = asked;
    const onward = request({
      port,
      host: '127.0.0.1',
      method,
      path,
      headers,
      agent: false as unknown as Agent,
    });
    onward.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.on('error', () => answer.destroy());
      response.pipe(answer);
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      // Nothing was sent, so another server may be asked; anything else only who asked may repeat.
      if (error.code === 'ECONNREFUSED' && others.length > 0) return this.ask(asked, body, answer, others);
      if (answer.headersSent) answer.destroy();
      else answer.writeHead(502, { 'content-type': 'text/plain' }).end('no server answered');
    });
    onward.end(body);
  }

  private upgrade(asked: IncomingMessage, socket: Socket, head: Buffer, ports = this.turn()): void {
    const [port, ...others] = ports;
    if (port === undefined) return void socket.destroy();
    const onward = connect(port, '127.0.0.1');
    let stood = false;
    onward.on('connect', () => {
      stood = true;
      const { rawHeaders } = asked;
      const lines = rawHeaders.flatMap((name, index) =>
        index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : [],
      );
      onward.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => (stood ? socket.destroy() : this.upgrade(asked, socket, head, others)));
    onward.on('close', () => stood && socket.destroy());
    socket.on('close', () => onward.destroy());
  }
}
