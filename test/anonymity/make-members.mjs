// node test/anonymity/make-members.mjs <database> <companies> <people>: members and a lead of a running product, as JSON.
import { createContext } from '../../dist/context.js';
import { CompaniesService, SignInService } from '../../dist/identity/index.js';
import { system } from '../../dist/platform/actor.js';
import { readConfig } from '../../dist/platform/config.js';
import { Database, sql } from '../../dist/platform/database/index.js';
import { globalId } from '../../dist/platform/graphql/index.js';
import { createLogger } from '../../dist/platform/observe/index.js';
import { SpacesService } from '../../dist/spaces/index.js';

const [databaseUrl, companies, people] = process.argv.slice(2);
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
  return { id, email, name, token: (await signIn.asPerson(id, 'test')).token };
}

const spaces = [];
for (let n = 0; n < Number(companies); n++) {
  spaces.push(
    await database.transact(system, async (tx) => {
      const input = { name: `구성회사${n + 1}`, employees: 300, tier: 'STANDARD', domains: [] };
      const companyId = await context.get(CompaniesService).insert(tx, input);
      await context.get(SpacesService).insert(tx, companyId, 'a test');
      const space = await tx.one(sql`select id from hotline.space where company_id = ${companyId}`);
      return { companyId, spaceId: space.id };
    }),
  );
}
const members = [];
for (let n = 0; n < Number(people); n++) {
  const { companyId, spaceId } = spaces[n % spaces.length];
  const who = await person(`구성원${n + 1}`, (id) =>
    database.transact(system, (tx) => signIn.joinCompany(tx, companyId, id, null)),
  );
  members.push({ ...who, companyId, spaceId: globalId('space', spaceId) });
}
const lead = await person('정우진', (id) =>
  database.transact(system, (tx) => signIn.joinStaff(tx, id, 'LEAD')),
);
await context.close();
process.stdout.write(JSON.stringify({ members, lead }));
