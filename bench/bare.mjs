// The smallest server that gives the same list: Node's own HTTP, `pg`, one SELECT, JSON. What any machine's ratio is against.
import http from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
const LIST = {
  name: 'list',
  text: `select thread.id, thread.number, coalesce(thread.title, thread.first_line) as heading, thread.state,
           person.id as author_id, person.name as author
         from hotline.thread thread join hotline.person person on person.id = thread.opened_by
         order by thread.last_message_at desc, thread.id desc limit 20`,
};

http
  .createServer((request, response) => {
    request.resume();
    pool
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
