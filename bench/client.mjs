// Somebody who asks over HTTP and watches over a socket, as cheaply as can be.
import http from 'node:http';
import { WebSocket } from 'ws';

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });

export const tokenOf = (person) => `bench-session-of-${person}`;

const hex = (n) => n.toString(16).padStart(12, '0');
export const ids = {
  company: (i) => `00000000-0000-7000-8000-${hex(i)}`,
  space: (i) => `00000000-0000-7000-8001-${hex(i)}`,
  contact: (i, j) => `00000000-0000-7000-8002-${hex(i * 4 + j)}`,
  staff: (i) => `00000000-0000-7000-8003-${hex(i)}`,
  thread: (n) => `00000000-0000-7000-8004-${hex(n)}`,
};

/** Sends one request and reads the whole answer; throws when it is not what it should be. */
export function post(base, path, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const text = body === null ? '' : JSON.stringify(body);
    const request = http.request(
      `${base}${path}`,
      {
        agent,
        method: body === null ? 'GET' : 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          ...headers,
        },
      },
      (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => {
          const answer = Buffer.concat(parts).toString();
          if (response.statusCode !== 200)
            return reject(new Error(`${response.statusCode}: ${answer.slice(0, 400)}`));
          const json = JSON.parse(answer);
          if (json.errors) return reject(new Error(JSON.stringify(json.errors[0])));
          return resolve(json);
        });
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(text);
  });
}

export const ask = (base, person, query, variables, company = null) =>
  post(
    base,
    '/graphql',
    { query, variables },
    {
      authorization: `Bearer ${tokenOf(person)}`,
      ...(company ? { 'hotline-company': company } : {}),
    },
  );

/** Opens a socket with one subscription to all hints; resolves when it stands. Many sockets share out loopback addresses. */
export function watch(base, person, hear, number) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${base.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      localAddress: `127.0.1.${1 + Math.floor(number / 400)}`,
      perMessageDeflate: false,
    });
    socket.on('error', reject);
    socket.on('close', (code) => reject(new Error(`The socket closed with ${code}.`)));
    socket.on('open', () =>
      socket.send(
        JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${tokenOf(person)}` } }),
      ),
    );
    socket.on('message', (data) => {
      const message = JSON.parse(data.toString());
      if (message.type === 'connection_ack') {
        const query = 'subscription { hints { kind threadId } }';
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
      } else if (message.type === 'ping') socket.send('{"type":"pong"}');
      else if (message.type === 'next') {
        const hint = message.payload.data?.hints;
        if (hint?.kind === 'READY') resolve(socket);
        else if (hint) hear(hint);
      } else if (message.type === 'error') reject(new Error(JSON.stringify(message.payload)));
    });
  });
}
