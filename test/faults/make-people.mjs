// node test/faults/make-people.mjs <database>: two companies and a team in the database of running processes, as JSON.
import { createContext } from '../../dist/context.js';
import { CompaniesService, SignInService } from '../../dist/identity/index.js';
import { system } from '../../dist/platform/actor.js';
import { readConfig } from '../../dist/platform/config.js';
import { Database, sql } from '../../dist/platform/database/index.js';
import { globalId } from '../../dist/platform/graphql/index.js';
import { createLogger } from '../../dist/platform/observe/index.js';
import { SpacesService } from '../../dist/spaces/index.js';

const databaseUrl = process.argv[2];
const context = await createContext({
  config: { ...readConfig({}), databaseUrl },
  databaseUrl,
  log: createLogger('error'),
  poolSize: 2,
});
const database = context.get(Database);
const signIn = context.get(SignInService);

async function person(name, join) {
  const email = `${Math.random().toString(36).slice(2)}@nowhere.example`;
  const id = await database.transact(system, (tx) => signIn.createPerson(tx, { email, name, locale: 'ko' }));
  await join(id);
  return (await signIn.asPerson(id, 'test')).token;
}

const staff = (name, role) =>
  person(name, (id) => database.transact(system, (tx) => signIn.joinStaff(tx, id, role)));

const contacts = [];
for (const name of ['한빛', '푸른']) {
  const { companyId, spaceId } = await database.transact(system, async (tx) => {
    const input = { name, employees: 300, tier: 'STANDARD', domains: [] };
    const id = await context.get(CompaniesService).insert(tx, input);
    await context.get(SpacesService).insert(tx, id, 'a test');
    const space = await tx.one(sql`select id from hotline.space where company_id = ${id}`);
    return { companyId: id, spaceId: space.id };
  });
  for (const each of ['김민지', '박서준']) {
    const token = await person(each, (id) =>
      database.transact(system, (tx) => signIn.joinCompany(tx, companyId, id, null)),
    );
    contacts.push({ token, spaceId: globalId('space', spaceId) });
  }
}
const people = {
  contacts,
  agents: [await staff('이도윤', 'AGENT'), await staff('최하은', 'AGENT')],
  lead: await staff('정우진', 'LEAD'),
};
await context.close();
process.stdout.write(JSON.stringify(people));
