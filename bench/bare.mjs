// The smallest server that gives the same list and the same live word: Node's own HTTP, `pg`, one SELECT, JSON, `ws`.
// What any machine's ratio is against.
import http from 'node:http';
import pg from 'pg';
import { WebSocketServer } from 'ws';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
const LIST = {
  name: 'list',
  text: `select thread.id, thread.number, coalesce(thread.title, thread.first_line) as heading, thread.state,
           person.id as author_id, person.name as author
         from hotline.thread thread join hotline.person person on person.id = thread.opened_by
         order by thread.last_message_at desc, thread.id desc limit 20`,
};

const HINT = JSON.stringify({
  id: '1',
  type: 'next',
  payload: { data: { hints: { kind: 'THREAD', threadId: 'thread_1' } } },
});
const READY = HINT.replace('THREAD', 'READY');
const sockets = new Set();

const server = http
  .createServer((request, response) => {
    request.resume();
    if (request.url === '/tell') {
      for (const socket of sockets) socket.send(HINT);
      return response.writeHead(200).end('{}');
    }
    return pool
      .query(LIST)
      .then(({ rows }) => {
        const text = JSON.stringify({ data: { threads: rows } });
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
        });
        response.end(text);
      })
      .catch((error) => response.writeHead(500).end(String(error)));
  })
  .listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));

// The least that a live update can be: one text, made once, written to every socket.
new WebSocketServer({ server }).on('connection', (socket) => {
  socket.on('message', (data) => {
    const { type } = JSON.parse(data.toString());
    if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
    else if (type === 'subscribe') {
      sockets.add(socket);
      socket.send(READY);
    }
  });
  socket.on('close', () => sockets.delete(socket));
});
