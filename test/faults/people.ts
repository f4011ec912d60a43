// Two companies and a team, made in the database of running processes; each with a token.
import { CompaniesService, SignInService } from '../../src/identity/index.js';
import { system } from '../../src/platform/actor.js';
import { readConfig } from '../../src/platform/config.js';
import { Database, sql } from '../../src/platform/database/index.js';
import { globalId } from '../../src/platform/graphql/index.js';
import { createLogger } from '../../src/platform/observe/index.js';
import { SpacesService } from '../../src/spaces/index.js';
import { createServer } from '../../src/server.js';
import { CaughtMails } from '../world/mails.js';

export type Contact = { token: string; spaceId: string };
export type People = { contacts: Contact[]; agents: string[]; lead: string };

export async function makePeople(databaseUrl: string): Promise<People> {
  const config = { ...readConfig({ NODE_ENV: 'production' }), databaseUrl };
  const log = createLogger('silent');
  const context = await createServer({ config, databaseUrl, log, mailer: new CaughtMails(), poolSize: 2 });
  await context.init();
  const database = context.get(Database);
  const signIn = context.get(SignInService);
  const person = async (name: string, join: (id: string) => Promise<void>): Promise<string> => {
    const email = `${Math.random().toString(36).slice(2)}@nowhere.example`;
    const id = await database.transact(system, (tx) =>
      signIn.createPerson(tx, { email, name, locale: 'ko' }),
    );
    await join(id);
    return (await signIn.asPerson(id, 'test')).token;
  };
  const staff = (name: string, role: 'AGENT' | 'LEAD'): Promise<string> =>
    person(name, (id) => database.transact(system, (tx) => signIn.joinStaff(tx, id, role)));
  try {
    const contacts: Contact[] = [];
    for (const name of ['한빛', '푸른']) {
      const { companyId, spaceId } = await database.transact(system, async (tx) => {
        const input = { name, employees: 300, tier: 'STANDARD' as const, domains: [] };
        const id = await context.get(CompaniesService).insert(tx, input);
        await context.get(SpacesService).insert(tx, id, 'a test');
        const space = await tx.one<{ id: string }>(
          sql`select id from hotline.space where company_id = ${id}`,
        );
        return { companyId: id, spaceId: space?.id ?? '' };
      });
      for (const each of ['김민지', '박서준']) {
        const token = await person(each, (id) =>
          database.transact(system, (tx) => signIn.joinCompany(tx, companyId, id, null)),
        );
        contacts.push({ token, spaceId: globalId('space', spaceId) });
      }
    }
    return {
      contacts,
      agents: [await staff('이도윤', 'AGENT'), await staff('최하은', 'AGENT')],
      lead: await staff('정우진', 'LEAD'),
    };
  } finally {
    await context.close();
  }
}
