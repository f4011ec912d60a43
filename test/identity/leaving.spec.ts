// When somebody leaves: what they had open is named before and handed on in the same moment; a space keeps its owner.
import { type Company, type Person, World } from '../world/world.js';
import { sql } from '../../src/platform/database/index.js';

let world: World;
let admin: Person;
let doyun: Person;
let jiwoo: Person;
let company: Company;
let owner: Person;
let member: Person;
let threads: string[];

const WORK =
  'query ($id: ID!) { node(id: $id) { ... on Person { openWork { assigned { state count first { id } } started { state count first { id } } } soleOwnerOf { id } } } }';
const work = async (who: Person, asked: Person = admin): Promise<any> =>
  (await asked.get(WORK, { id: who.id })).node;
const ASSIGNEE =
  'query ($id: ID!) { thread(id: $id) { assignee { name } timeline(first: 9) { edges { node { ... on ThreadChange { state assignee { name } actor { name } } } } } } }';
const thread = async (id: string): Promise<any> => (await admin.get(ASSIGNEE, { id })).thread;
const open = async (who: Person, body: string): Promise<string> =>
  (await who.do('openThread', { spaceId: company.spaceId, body }, 'thread { id }')).thread.id;

beforeAll(async () => {
  world = await World.open();
  admin = await world.staff('ADMIN', '박관리');
  jiwoo = await world.staff('AGENT', '정지우');
});
beforeEach(async () => {
  doyun = await world.staff('AGENT', '강도윤');
  company = await world.company();
  owner = await world.contact(company, '한주인');
  member = await world.contact(company, '김민지');
  threads = [await open(member, '첫째'), await open(member, '둘째'), await open(member, '셋째')];
  for (const threadId of threads)
    await admin.do('assignThread', { threadId, assigneeId: doyun.id }, 'thread { id }');
  await doyun.do('resolveThread', { threadId: threads[2] }, 'thread { id }');
});
afterAll(() => world.close());

const end = (who: Person, more: object = {}): Promise<any> =>
  admin.do('deactivatePerson', { personId: who.id, ...more }, 'person { active }');

describe('a colleague who leaves', () => {
  it('is shown with what they have in hand, by state', async () => {
    expect((await work(doyun)).openWork.assigned).toEqual([
      { state: 'OPEN', count: 2, first: [{ id: threads[1] }, { id: threads[0] }] },
      { state: 'RESOLVED', count: 1, first: [{ id: threads[2] }] },
    ]);
  });

  it('hands all of it to the colleague named, with its history, and watchers hear of it', async () => {
    const watching = await jiwoo.watch();
    await end(doyun, { successorId: jiwoo.id });
    for (const id of threads) {
      const { assignee, timeline } = await thread(id);
      expect(assignee.name).toBe('정지우');
      expect(timeline.edges[0].node).toEqual({
        state: null,
        assignee: { name: '정지우' },
        actor: { name: '박관리' },
      });
      await watching.until(({ data }: any) => data?.hints.threadId === id);
    }
    expect((await work(doyun)).openWork.assigned).toEqual([]);
  });

  it('hands it to nobody when nobody is named', async () => {
    await end(doyun);
    expect((await thread(threads[0] ?? '')).assignee).toBeNull();
  });

  it('stays when the successor cannot answer: nothing is half done', async () => {
    const planner = await world.staff('PLANNER', '최기획');
    const gone = await world.staff('AGENT', '떠난 이');
    await end(gone);
    for (const [successor, code] of [
      [planner.id, 'INVALID'],
      [gone.id, 'INVALID'],
      [member.id, 'INVALID'],
      [doyun.id, 'INVALID'],
      [world.nobody('person'), 'INVALID'],
      [world.nobody('thread'), 'NOT_FOUND'],
    ]) {
      const input = { personId: doyun.id, successorId: successor };
      expect((await admin.refused('deactivatePerson', input, 'person { id }')).code).toBe(code);
    }
    expect((await doyun.get('{ me { locale } }')).me).not.toBeNull();
    expect((await thread(threads[0] ?? '')).assignee.name).toBe('강도윤');
  });

  it('hands it on as well when they become a planner, who answers nobody', async () => {
    const input = { personId: doyun.id, role: 'PLANNER', successorId: jiwoo.id };
    await admin.do('changeStaffRole', input, 'person { staffRole }');
    expect((await thread(threads[0] ?? '')).assignee.name).toBe('정지우');
    const back = await world.staff('AGENT', '다른 상담원');
    await admin.do('assignThread', { threadId: threads[0], assigneeId: back.id }, 'thread { id }');
    await admin.do('changeStaffRole', { personId: back.id, role: 'LEAD' }, 'person { staffRole }');
    expect((await thread(threads[0] ?? '')).assignee.name).toBe('다른 상담원');
  });
});

describe('a contact who leaves', () => {
  it('is shown with what they asked and is not settled; it stays with the company', async () => {
    expect((await work(member)).openWork.started).toMatchObject([{ state: 'OPEN', count: 2 }]);
    expect((await work(member, owner)).openWork.started).toMatchObject([{ state: 'OPEN', count: 2 }]);
    await owner.do('removeContact', { companyId: company.id, personId: member.id }, 'done');
    const { space } = await owner.get(
      'query ($id: ID!) { space(id: $id) { threads(first: 9) { edges { node { openedBy { name } } } } } }',
      { id: company.spaceId },
    );
    expect(space.threads.edges).toHaveLength(3);
  });

  it('shows an outsider nothing of what they have open', async () => {
    const stranger = await world.contact(await world.company(), '다른 회사');
    expect(await work(member, stranger)).toBeNull();
    // A colleague of theirs is visible to every client; what is in hand elsewhere is not.
    expect((await work(doyun, stranger)).openWork.assigned).toEqual([]);
  });

  const left = { companyId: '', personId: '' };
  it('names the next owner when they are the last one', async () => {
    expect((await work(owner)).soleOwnerOf).toEqual([{ id: company.spaceId }]);
    expect((await work(member)).soleOwnerOf).toEqual([]);
    const input = { ...left, companyId: company.id, personId: owner.id };
    expect((await admin.refused('removeContact', input, 'done')).reason).toBe('LAST_OWNER');
    for (const wrong of [owner.id, jiwoo.id, world.nobody('person')]) {
      const { code } = await admin.refused('removeContact', { ...input, newOwnerId: wrong }, 'done');
      expect(['CONFLICT', 'NOT_FOUND']).toContain(code);
    }
    await admin.do('removeContact', { ...input, newOwnerId: member.id }, 'done');
    const [row] = await world.rows<{ role: string }>(sql`select role from hotline.space_member
      where space_id = ${company.spaceUuid} and person_id = ${member.uuid}`);
    expect(row?.role).toBe('OWNER');
  });

  it('names one for every such space when their access ends everywhere', async () => {
    const second = await world.company();
    await world.alsoContact(owner, second);
    const heir = await world.contact(second, '둘째 담당');
    expect((await admin.refused('deactivatePerson', { personId: owner.id }, 'person { id }')).reason).toBe(
      'LAST_OWNER',
    );
    const newOwners = [
      { companyId: company.id, personId: member.id },
      { companyId: second.id, personId: heir.id },
    ];
    await end(owner, { newOwners });
    // The owner who is gone is none: the new one may not step down.
    const input = { spaceId: company.spaceId, personId: member.id, role: 'MEMBER' };
    expect((await admin.refused('changeMemberRole', input, 'space { id }')).reason).toBe('LAST_OWNER');
  });

  it('may go as the last of all: whoever comes next owns the space', async () => {
    await admin.do('removeContact', { companyId: company.id, personId: member.id }, 'done');
    await admin.do('removeContact', { companyId: company.id, personId: owner.id }, 'done');
    const next = await world.contact(company, '새 담당');
    const [row] = await world.rows<{ role: string }>(sql`select role from hotline.space_member
      where space_id = ${company.spaceUuid} and person_id = ${next.uuid}`);
    expect(row?.role).toBe('OWNER');
  });
});
