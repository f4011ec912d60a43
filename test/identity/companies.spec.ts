// Client companies: made, changed, named in addresses, and given their one space.
import { type Person, World } from '../world/world.js';

let world: World;
let seoyeon: Person;
let doyun: Person;
let wonjae: Person;

const COMPANY = 'company { id handle name employees tier domains version space { id reason } }';

beforeAll(async () => {
  world = await World.open();
  seoyeon = await world.staff('LEAD', '한서연');
  doyun = await world.staff('AGENT', '강도윤');
  wonjae = await world.staff('PLANNER', '하원재');
});
afterAll(() => world.close());

const create = async (input: object, who = seoyeon) =>
  (await who.do('createCompany', { employees: 300, ...input }, COMPANY)).company;

describe('creating a company', () => {
  it('keeps what was said, names it by its domain and opens its space at once', async () => {
    const company = await create({
      name: ' 한빛전자 ',
      domains: ['Hanbit.Example', 'hanbit-labs.example'],
      tier: 'VIP',
    });
    expect(company).toMatchObject({
      name: '한빛전자',
      handle: 'hanbit',
      employees: 300,
      tier: 'VIP',
      domains: ['hanbit-labs.example', 'hanbit.example'],
      version: 1,
      space: { reason: null },
    });
    const found = await doyun.get('query { companyByHandle(handle: "hanbit") { id } }');
    expect(found.companyByHandle.id).toBe(company.id);
  });

  it('gives two companies of one name two addresses, also at the same moment', async () => {
    const made = await Promise.all(
      ['a.example', 'b.example', 'c.example', 'd.example'].map((end) =>
        create({ name: '다솜', domains: [`dasom.${end}`] }),
      ),
    );
    expect(made.map(({ handle }) => handle).sort()).toEqual(['dasom', 'dasom-2', 'dasom-3', 'dasom-4']);
  });

  it('without a domain still has an address', async () => {
    const { handle, domains } = await create({ name: '도메인 없는 회사' });
    expect(handle).toMatch(/^[a-z0-9][a-z0-9-]{5,39}$/);
    expect(domains).toEqual([]);
  });

  it('takes a domain that was named twice once', async () => {
    const { domains } = await create({ name: '두 번', domains: ['twice.example', ' TWICE.example '] });
    expect(domains).toEqual(['twice.example']);
  });

  it('is refused when another company has one of the domains, and then leaves nothing behind', async () => {
    await create({ name: '먼저', domains: ['first.example'] });
    const input = { name: '나중', employees: 300, domains: ['second.example', 'first.example'] };
    expect(await seoyeon.refused('createCompany', input, COMPANY)).toMatchObject({
      code: 'CONFLICT',
      reason: 'DOMAIN_TAKEN',
    });
    const { companies } = await seoyeon.get('query { companies(search: "나중") { edges { node { id } } } }');
    expect(companies.edges).toEqual([]);
    await create({ name: '나중', domains: ['second.example'] });
  });

  it.each([
    ['domains', { domains: ['no domain'] }],
    ['domains', { domains: ['localhost'] }],
    ['domains', { domains: ['-x.example'] }],
    ['name', { name: ' \u200B ' }],
    ['name', { name: 'x'.repeat(121) }],
    ['employees', { employees: -1 }],
  ])('names the field %s when it is wrong: %j', async (field, wrong) => {
    const refused = await seoyeon.refused(
      'createCompany',
      { name: '틀린 회사', employees: 10, ...wrong },
      COMPANY,
    );
    expect(refused).toMatchObject({ code: 'INVALID', field });
  });

  it('is for the lead and administrators', async () => {
    const minji = await world.contact(await world.company(), '김민지');
    for (const who of [doyun, wonjae, minji]) {
      expect(await who.refused('createCompany', { name: 'x', employees: 1 }, COMPANY)).toMatchObject({
        code: 'DENIED',
      });
    }
  });
});

describe('changing a company', () => {
  it('changes what was sent and nothing else, and finds it by its new name', async () => {
    const made = await create({ name: '옛이름', domains: ['old.example'] });
    const { company } = await seoyeon.do(
      'updateCompany',
      { id: made.id, version: 1, name: '새벽소프트' },
      COMPANY,
    );
    expect(company).toMatchObject({
      name: '새벽소프트',
      employees: 300,
      tier: 'STANDARD',
      version: 2,
      handle: 'old',
    });
    const { companies } = await doyun.get(
      'query { companies(search: "ㅅㅂㅅ") { edges { node { name } } } }',
    );
    expect(companies.edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual(['새벽소프트']);
  });

  it('from a stale version is a conflict and changes nothing', async () => {
    const made = await create({ name: '둘이 고치는 회사' });
    await seoyeon.do('updateCompany', { id: made.id, version: 1, tier: 'PREMIUM' }, COMPANY);
    const late = { id: made.id, version: 1, tier: 'VIP', name: '덮어쓴 이름' };
    expect(await seoyeon.refused('updateCompany', late, COMPANY)).toMatchObject({
      code: 'CONFLICT',
      reason: 'STALE',
    });
    const { node } = await seoyeon.get(
      `query ($id: ID!) { node(id: $id) { ... on Company { name tier version } } }`,
      { id: made.id },
    );
    expect(node).toEqual({ name: '둘이 고치는 회사', tier: 'PREMIUM', version: 2 });
  });

  it('by five at the same moment succeeds for one', async () => {
    const made = await create({ name: '다섯이 고치는 회사' });
    const query =
      'mutation ($input: UpdateCompanyInput!) { updateCompany(input: $input) { company { version } } }';
    const all = await Promise.all(
      [1, 2, 3, 4, 5].map((employees) =>
        seoyeon.ask(query, { input: { id: made.id, version: 1, employees } }),
      ),
    );
    expect(all.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(all.filter(({ errors }) => errors?.[0]?.extensions.code === 'CONFLICT')).toHaveLength(4);
  });

  it('is not possible with nothing in place of a name, nor for a company that is not there', async () => {
    const made = await create({ name: '이름 있는 회사' });
    expect(
      await seoyeon.refused('updateCompany', { id: made.id, version: 1, name: null }, COMPANY),
    ).toMatchObject({ code: 'INVALID' });
    expect(
      await seoyeon.refused('updateCompany', { id: world.nobody('company'), version: 1 }, COMPANY),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await doyun.refused('updateCompany', { id: made.id, version: 1, name: 'x' }, COMPANY),
    ).toMatchObject({ code: 'DENIED' });
  });
});

describe('the space of a company', () => {
  it('opens by itself from fifty employees on', async () => {
    expect((await create({ name: '쉰 명', employees: 50 })).space).not.toBeNull();
    expect((await create({ name: '마흔아홉 명', employees: 49 })).space).toBeNull();
  });

  it('of a smaller one is opened by hand, with a reason that staff see and contacts do not', async () => {
    const small = await create({ name: '작은 회사', employees: 7, domains: ['small.example'] });
    expect(
      await seoyeon.refused('openSpace', { companyId: small.id, reason: '  ' }, 'space { id }'),
    ).toMatchObject({ code: 'INVALID', field: 'reason' });
    const { space } = await seoyeon.do(
      'openSpace',
      { companyId: small.id, reason: '곧 커질 회사' },
      'space { id reason company { id } }',
    );
    expect(space).toMatchObject({ reason: '곧 커질 회사', company: { id: small.id } });
    const [row] = await world.rows<{ id: string }>(
      (await import('../../src/platform/database/index.js'))
        .sql`select id from hotline.company where handle = 'small'`,
    );
    const contact = await world.contact(
      { ...small, uuid: row?.id ?? '', spaceId: space.id, spaceUuid: '' } as never,
      '작은 회사 담당',
    );
    const seen = await contact.ask('query ($id: ID!) { space(id: $id) { id reason } }', { id: space.id });
    expect(seen.data.space.id).toBe(space.id);
    expect(seen.text).not.toContain('곧 커질');
  });

  it('is exactly one, whoever opens it and however often', async () => {
    const small = await create({ name: '한 번만', employees: 7 });
    const query = 'mutation ($input: OpenSpaceInput!) { openSpace(input: $input) { space { id } } }';
    const all = await Promise.all(
      Array.from({ length: 6 }, () => seoyeon.ask(query, { input: { companyId: small.id, reason: '급함' } })),
    );
    expect(all.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(all.filter(({ errors }) => errors?.[0]?.extensions.reason === 'SPACE_EXISTS')).toHaveLength(5);
    const large = await create({ name: '이미 있음', employees: 500 });
    expect(
      await seoyeon.refused('openSpace', { companyId: large.id, reason: '또' }, 'space { id }'),
    ).toMatchObject({ code: 'CONFLICT' });
  });

  it('is opened by the lead and administrators', async () => {
    const small = await create({ name: '남이 여는 회사', employees: 7 });
    for (const who of [doyun, wonjae]) {
      expect(
        await who.refused('openSpace', { companyId: small.id, reason: 'x' }, 'space { id }'),
      ).toMatchObject({ code: 'DENIED' });
    }
  });

  it('opens at another size where the installation says so', async () => {
    const large = await World.open({ SPACE_FROM_EMPLOYEES: '1000' });
    try {
      const lead = await large.staff('LEAD', '한서연');
      const [below, from] = [999, 1000];
      const made = async (employees: number) =>
        (await lead.do('createCompany', { name: `${employees}`, employees }, COMPANY)).company.space;
      expect(await made(below)).toBeNull();
      expect(await made(from)).not.toBeNull();
    } finally {
      await large.close();
    }
  });
});

describe('the list of companies', () => {
  it('comes by name, page by page, without losing or repeating one', async () => {
    const all: string[] = [];
    let after: string | null = null;
    do {
      const {
        companies,
      }: {
        companies: {
          edges: { node: { name: string; id: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      } = await doyun.get(
        'query ($after: String) { companies(first: 3, after: $after) { edges { node { id name } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      all.push(...companies.edges.map(({ node }) => node.id));
      after = companies.pageInfo.hasNextPage ? companies.pageInfo.endCursor : null;
    } while (after);
    const [count] = await world.rows<{ n: number }>(
      (await import('../../src/platform/database/index.js')).sql`select count(*) as n from hotline.company`,
    );
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(count?.n ?? -1);
  });

  it('shows a contact their own company only, without size, tier and domains', async () => {
    const own = await world.company('내 회사');
    const contact = await world.contact(own, '담당');
    const { companies } = await contact.get(
      'query { companies { edges { node { name employees tier version } } } }',
    );
    expect(companies.edges).toEqual([
      { node: { name: '내 회사', employees: null, tier: null, version: null } },
    ]);
    const asked = await contact.ask('query ($id: ID!) { node(id: $id) { ... on Company { domains } } }', {
      id: own.id,
    });
    expect(asked.errors?.[0]?.extensions.code).toBe('DENIED');
  });
});
