// Two companies and a team, made in the database of running processes; each with a token.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export type Contact = { token: string; spaceId: string };
export type People = { contacts: Contact[]; agents: string[]; lead: string };

/** By a process of its own: the product as it was built, like those that are about to be killed. */
export async function makePeople(databaseUrl: string): Promise<People> {
  const program = fileURLToPath(new URL('./make-people.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, databaseUrl]);
  return JSON.parse(stdout) as People;
}
