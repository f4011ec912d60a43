// People are told of what concerns them: in the app at once, by mail when it stays unread, never of a note that is not theirs.
import request from 'supertest';
import { system } from '../../src/platform/actor.js';
import { Database, sql } from '../../src/platform/database/index.js';
import { MINUTE } from '../world/clock.js';
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let minji: Person;
let junho: Person;
let doyun: Person;
let seoyeon: Person;

const LIST = `{ unreadNotifications notifications { edges { node {
  id kind count read excerpt actor { name } thread { id heading } } } } }`;

beforeEach(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  junho = await world.contact(company, '박준호');
  doyun = await world.staff('AGENT', '강도윤');
  seoyeon = await world.staff('LEAD', '이서연');
});
afterEach(() => world.close());

const HINT = 'kind threadId personName doing';

const ask = async (body = '알림이 오지 않아요', who = minji): Promise<string> =>
  (await who.do('openThread', { spaceId: company.spaceId, body }, 'thread { id }')).thread.id;
const say = (who: Person, threadId: string, body: string, more: object = {}) => {
  world.clock.pass(1_000);
  return who.do('postMessage', { threadId, body, ...more }, 'message { id seq } thread { id seenSeq }');
};
const told = async (who: Person): Promise<any[]> => {
  await world.jobs();
  return (await who.get(LIST)).notifications.edges.map(({ node }: any) => node);
};
const mailsTo = (who: Person) => world.mails.sent.filter(({ to }) => to === who.email);
const later = (minutes: number) => world.later(minutes * MINUTE);

describe('in the app', () => {
  it('tells the contact who asked of an answer, in one line however often', async () => {
    const thread = await ask();
    await say(doyun, thread, '**확인**해 볼게요');
    await say(doyun, thread, '하나 더 여쭤볼게요');
    expect(await told(minji)).toEqual([
      expect.objectContaining({
        kind: 'ANSWERED',
        count: 2,
        read: false,
        excerpt: '하나 더 여쭤볼게요',
        actor: { name: '강도윤' },
        thread: { id: thread, heading: '알림이 오지 않아요' },
      }),
    ]);
    expect(await told(junho)).toEqual([]);
    expect(await told(doyun)).toEqual([]);
  });

  it('tells the owners when nobody who took part is left', async () => {
    const thread = await ask('제가 떠나기 전에 물어요', junho);
    await world.jobs();
    await minji.do('markNotificationsRead', {}, 'unread');
    await minji.do('removeContact', { companyId: company.id, personId: junho.id }, 'done');
    await say(doyun, thread, '답변드려요');
    expect((await told(minji)).filter(({ read }) => !read).map(({ kind }) => kind)).toEqual(['ANSWERED']);
  });

  it('tells the owners when who asked is deactivated', async () => {
    const admin = await world.staff('ADMIN', '박관리');
    const thread = await ask('곧 떠나요', junho);
    await world.jobs();
    await minji.do('markNotificationsRead', {}, 'unread');
    await admin.do('deactivatePerson', { personId: junho.id }, 'person { id }');
    await say(doyun, thread, '답변드려요');
    expect((await told(minji)).filter(({ read }) => !read).map(({ kind }) => kind)).toEqual(['ANSWERED']);
  });

  it('takes back what a command of the desk told, when the command is taken back', async () => {
    const thread = await ask();
    await doyun.do('assignThread', { threadId: thread, assigneeId: doyun.id }, 'thread { id }');
    const change = { threadIds: [thread], assigneeId: seoyeon.id, resolve: true };
    world.clock.pass(1_000);
    const yuna = await world.staff('AGENT', '최유나');
    const { changeId } = await yuna.do('changeThreads', change, 'changeId');
    expect((await told(seoyeon)).map(({ kind }) => kind)).toContain('ASSIGNED');
    expect((await told(minji)).map(({ kind }) => kind)).toEqual(['RESOLVED']);
    await yuna.do('undoThreadChanges', { changeId }, '__typename');
    expect(await told(seoyeon)).toEqual([]);
    expect(await told(minji)).toEqual([]);
    // Who had it all along is told nothing.
    expect((await told(doyun)).map(({ kind }) => kind)).not.toContain('ASSIGNED');
    await world.later(5 * MINUTE);
    expect([...mailsTo(seoyeon), ...mailsTo(doyun)]).toEqual([]);
  });

  it('tells a colleague of what is given to them, not of what they take themselves', async () => {
    const [given, taken] = [await ask(), await ask('다른 질문')];
    await seoyeon.do('assignThread', { threadId: given, assigneeId: doyun.id }, 'thread { id }');
    await doyun.do('assignThread', { threadId: taken, assigneeId: doyun.id }, 'thread { id }');
    expect(await told(doyun)).toEqual([
      expect.objectContaining({ kind: 'ASSIGNED', actor: { name: '이서연' } }),
    ]);
  });

  it('tells who takes care that the client wrote again', async () => {
    const thread = await ask();
    await doyun.do('assignThread', { threadId: thread, assigneeId: doyun.id }, 'thread { id }');
    await say(minji, thread, '아직이에요');
    expect((await told(doyun)).map(({ kind, count }) => [kind, count])).toEqual([['CLIENT_WROTE', 1]]);
    expect(await told(seoyeon)).toEqual([]);
  });

  it('tells who is mentioned, once and not also of the answer', async () => {
    const thread = await ask();
    await say(doyun, thread, '@김민지 님, 확인 부탁드려요', { mentionIds: [minji.id] });
    expect((await told(minji)).map(({ kind }) => kind)).toEqual(['MENTIONED']);
  });

  it('tells a mentioned colleague of a note, and no contact, not even by a count', async () => {
    const thread = await ask();
    await doyun.do(
      'writeNote',
      { threadId: thread, body: '@이서연 비밀 메모예요', mentionIds: [seoyeon.id] },
      'note { id }',
    );
    expect(await told(seoyeon)).toEqual([
      expect.objectContaining({ kind: 'MENTIONED', excerpt: '@이서연 비밀 메모예요' }),
    ]);
    expect((await minji.get(LIST)).unreadNotifications).toBe(0);
  });

  it('refuses to mention a contact in a note, and somebody of another company anywhere', async () => {
    const thread = await ask();
    const other = await world.contact(await world.company('다른 회사'), '남의 담당');
    const nobody = 'person_00000000000040008000000000000000';
    const refused = (name: string, mentionIds: string[]) =>
      doyun.refused(name, { threadId: thread, body: '@', mentionIds }, '__typename');
    expect(await refused('writeNote', [minji.id])).toMatchObject({ code: 'INVALID', field: 'mentionIds' });
    const foreign = await refused('postMessage', [other.id]);
    expect(foreign).toMatchObject({ code: 'INVALID', reason: 'MENTION' });
    expect(await refused('postMessage', [nobody])).toEqual(foreign);
    expect((await told(other)).length).toBe(0);
  });

  it('is read on all devices once the thread is opened', async () => {
    const thread = await ask();
    await say(doyun, thread, '답이에요');
    await world.jobs();
    const phone = await world.signedIn(minji.uuid, minji.email, company.handle);
    const watching = await phone.watch();
    await minji.do('markThreadRead', { threadId: thread, seq: 2 }, 'thread { unread }');
    await watching.until(({ data }) => data?.hints.kind === 'NOTIFICATION');
    expect((await phone.get(LIST)).unreadNotifications).toBe(0);
  });

  it('says nothing of what is read before it could be told', async () => {
    const thread = await ask();
    await say(doyun, thread, '답이에요');
    await minji.do('markThreadRead', { threadId: thread, seq: 2 }, 'thread { unread }');
    expect(await told(minji)).toEqual([]);
  });

  it('reaches a watching person live', async () => {
    const thread = await ask();
    const watching = await minji.watch();
    await say(doyun, thread, '답이에요');
    await world.jobs();
    await watching.until(({ data }) => data?.hints.kind === 'NOTIFICATION');
  });

  it('can be marked read one by one or all at once, and only by its owner', async () => {
    const [one, two] = [await ask('하나'), await ask('둘')];
    await say(doyun, one, '답 하나');
    await say(doyun, two, '답 둘');
    const [newest] = await told(minji);
    const left = await minji.do('markNotificationsRead', { ids: [newest.id] }, 'unread');
    expect(left.unread).toBe(1);
    await junho.do('markNotificationsRead', { ids: (await told(minji)).map(({ id }) => id) }, 'unread');
    expect((await minji.get(LIST)).unreadNotifications).toBe(1);
    expect((await minji.do('markNotificationsRead', {}, 'unread')).unread).toBe(0);
  });

  it('pages through many, newest first, without one twice', async () => {
    for (let n = 0; n < 7; n++) await say(doyun, await ask(`질문 ${n}`), '답');
    await world.jobs();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { notifications } = await minji.get(
        'query ($after: String) { notifications(first: 3, after: $after) { edges { node { thread { heading } } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      seen.push(...notifications.edges.map(({ node }: any) => node.thread.heading));
      after = notifications.pageInfo.hasNextPage ? notifications.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `질문 ${n}`));
  });

  it('is not repeated when its job runs again', async () => {
    const thread = await ask();
    await say(doyun, thread, '답이에요');
    await world.jobs();
    const { TellingService } = await import('../../src/threads/telling.service.js');
    const [message] = await world.rows<{ id: string; thread_id: string }>(
      sql`select id, thread_id from hotline.message where seq = 2`,
    );
    await world.app.get(TellingService).ofMessage({
      threadId: message?.thread_id ?? '',
      messageId: message?.id ?? '',
      side: 'STAFF',
      mentionIds: [],
    });
    expect(await told(minji)).toEqual([expect.objectContaining({ count: 1 })]);
  });
});

describe('by mail', () => {
  it('comes after two minutes for what is still unread, all in one mail, in the reader’s language', async () => {
    const thread = await ask();
    await say(doyun, thread, '첫 번째 답');
    await world.jobs();
    await later(1);
    await say(doyun, thread, '두 번째 답');
    await world.jobs();
    expect(mailsTo(minji)).toEqual([]);
    await later(1);
    expect(mailsTo(minji)).toHaveLength(1);
    const [mail] = mailsTo(minji);
    expect(mail?.subject).toBe('강도윤 님이 답변했어요: #1001 알림이 오지 않아요');
    expect(mail?.text).toContain('첫 번째 답');
    expect(mail?.text).toContain('두 번째 답');
    await later(10);
    expect(mailsTo(minji)).toHaveLength(1);
  });

  it('does not come for what was read in time', async () => {
    const thread = await ask();
    await say(doyun, thread, '답이에요');
    await world.jobs();
    await minji.do('markThreadRead', { threadId: thread, seq: 2 }, 'thread { unread }');
    await later(5);
    expect(mailsTo(minji)).toEqual([]);
  });

  it('leads to the thread and signs its reader in, once', async () => {
    const thread = await ask();
    await say(doyun, thread, '답이에요');
    await world.jobs();
    await later(3);
    const text = world.mails.to(minji.email).text;
    expect(text).toContain(
      `/link?to=${encodeURIComponent(`/c/${company.handle}/t/${thread}`)}&for=${minji.id}#`,
    );
    const stranger = world.stranger();
    const token = world.mails.token(minji.email);
    const session = await stranger.do('useSignInLink', { token, keep: 'TOKEN' }, 'token');
    const arrived = world.withToken(session.token, company.handle);
    expect((await arrived.get('{ me { person { name } } }')).me.person.name).toBe('김민지');
    expect(await stranger.refused('useSignInLink', { token }, 'token')).toMatchObject({ reason: 'LINK' });
  });

  it('is in English for who reads English, and names several threads', async () => {
    await minji.do('updateProfile', { locale: 'en' }, '__typename');
    await say(doyun, await ask('First question'), 'Answer one');
    await say(doyun, await ask('Second question'), 'Answer two');
    await world.jobs();
    await later(3);
    const mail = world.mails.to(minji.email);
    expect(mail.subject).toBe('Unread news in 2 threads');
    expect(mail.text).toContain('강도윤 answered\n\nAnswer one'.replace('\n\n', '\n'));
    expect(mail.text).toContain('#1002 Second question');
  });

  it('never holds what was deleted meanwhile', async () => {
    const thread = await ask();
    const { message } = await say(doyun, thread, '잘못 보낸 비밀번호 1234');
    await world.jobs();
    await doyun.do('deleteMessage', { messageId: message.id, version: 1 }, 'thread { id }');
    await later(3);
    expect(JSON.stringify(mailsTo(minji))).not.toContain('비밀번호 1234');
  });

  it('waits for the end of quiet hours', async () => {
    await world.app
      .get(Database)
      .transact(system, (tx) =>
        tx.sql(
          sql`update hotline.person set quiet_from = '13:00', quiet_to = '15:00' where id = ${minji.uuid}`,
        ),
      );
    const thread = await ask();
    await say(doyun, thread, '조용한 시간의 답');
    await world.jobs();
    await later(3);
    expect(mailsTo(minji)).toEqual([]);
    await later(58);
    expect(mailsTo(minji)).toHaveLength(1);
  });

  it('holds a link that signs nobody in where the reader is of the staff as well', async () => {
    const both = await world.alsoContact(doyun, company);
    const thread = await ask('둘 다인 사람', both);
    await say(seoyeon, thread, '답이에요');
    await world.later(3 * MINUTE);
    expect(world.mails.to(doyun.email).text).toContain(`/c/${company.handle}/t/${thread}`);
    expect(world.mails.to(doyun.email).text).not.toMatch(/#[\w-]{40,}/);
  });

  it('leaves no door open for who signs out everywhere', async () => {
    const thread = await ask();
    await say(doyun, thread, '답이에요');
    await world.later(3 * MINUTE);
    await minji.get('mutation { signOutEverywhere { done } }');
    const token = world.mails.token(minji.email);
    expect(await world.stranger().refused('useSignInLink', { token }, 'token')).toMatchObject({
      reason: 'LINK',
    });
  });

  it('follows a thread whose company turns out to be another one', async () => {
    const admin = await world.staff('ADMIN', '박관리');
    const twin = await world.company('한빛전자 주식회사');
    const bora = await world.contact(twin, '양보라');
    const thread = await bora.do('openThread', { spaceId: twin.spaceId, body: '문의' }, 'thread { id }');
    await say(doyun, thread.thread.id, '답이에요');
    await world.jobs();
    await admin.do(
      'mergeCompanies',
      { keepCompanyId: company.id, duplicateCompanyId: twin.id },
      '__typename',
    );
    await world.later(5 * MINUTE);
    expect(mailsTo(bora)).toHaveLength(1);
    const here = await world.signedIn(bora.uuid, bora.email, company.handle);
    expect((await told(here)).map(({ kind }) => kind)).toEqual(['ANSWERED']);
  });

  it('does not reach who has left the company', async () => {
    const thread = await ask('남길 질문', junho);
    await say(doyun, thread, '답이에요');
    await world.jobs();
    await minji.do('removeContact', { companyId: company.id, personId: junho.id }, 'done');
    await later(3);
    expect(mailsTo(junho)).toEqual([]);
  });

  it('can be switched off for a kind, and in the app too', async () => {
    const settings = await minji.do(
      'chooseNotification',
      { kind: 'ANSWERED', inApp: true, mail: false },
      'settings { kind inApp mail }',
    );
    expect(settings.settings).toContainEqual({ kind: 'ANSWERED', inApp: true, mail: false });
    await say(doyun, await ask(), '답이에요');
    expect(await told(minji)).toHaveLength(1);
    await later(5);
    expect(mailsTo(minji)).toEqual([]);
    await minji.do(
      'chooseNotification',
      { kind: 'ANSWERED', inApp: false, mail: false },
      'settings { kind }',
    );
    await minji.do('markNotificationsRead', {}, 'unread');
    await say(doyun, await ask('또'), '답이에요');
    expect((await minji.get(LIST)).unreadNotifications).toBe(0);
    expect(
      await minji.refused('chooseNotification', { kind: 'ASSIGNED', inApp: true, mail: true }, '__typename'),
    ).toMatchObject({ code: 'INVALID', field: 'kind' });
  });

  it('ends with one click, by the link or by the mail program, and can be had back', async () => {
    await say(doyun, await ask(), '답이에요');
    await world.jobs();
    await later(3);
    const { off } = world.mails.to(minji.email);
    const token = /mail-off\/([\w-]+)$/.exec(off ?? '')?.[1] ?? '';
    await request(world.base)
      .post(`/mail-off/${token}`)
      .type('form')
      .send('List-Unsubscribe=One-Click')
      .expect(204);
    await say(doyun, await ask('다시'), '답이에요');
    await world.jobs();
    await later(5);
    expect(mailsTo(minji)).toHaveLength(1);
    await world.stranger().do('switchMails', { token, on: true }, 'on');
    await say(doyun, await ask('또 다시'), '답이에요');
    await world.jobs();
    await later(5);
    expect(mailsTo(minji)).toHaveLength(2);
    expect(
      await world.stranger().refused('switchMails', { token: `${token}x`, on: false }, 'on'),
    ).toMatchObject({
      code: 'INVALID',
      reason: 'MAIL_OFF',
    });
    await request(world.base).post('/mail-off/nonsense').expect(400);
  });
});

describe('being seen', () => {
  it('tells each side how far the other has read, and planners are nobody’s other side', async () => {
    const thread = await ask();
    const seen = async (who: Person) =>
      (await who.get('query ($id: ID!) { thread(id: $id) { seenSeq } }', { id: thread })).thread.seenSeq;
    const planner = await world.staff('PLANNER', '기획');
    await planner.do('markThreadRead', { threadId: thread, seq: 1 }, 'thread { id }');
    expect(await seen(minji)).toBe(0);
    const watching = await minji.watch();
    await doyun.do('markThreadRead', { threadId: thread, seq: 1 }, 'thread { id }');
    await watching.until(({ data }) => data?.hints.threadId === thread);
    expect(await seen(minji)).toBe(1);
    await say(doyun, thread, '답이에요');
    expect(await seen(doyun)).toBe(1);
    await minji.do('markThreadRead', { threadId: thread, seq: 2 }, 'thread { id }');
    expect(await seen(doyun)).toBe(2);
  });
});

describe('who is there', () => {
  it('tells both sides who writes, and staff alone who looks or writes a note', async () => {
    const thread = await ask();
    const [contact, staff] = [await minji.watch(HINT), await seoyeon.watch(HINT)];
    const show = (doing: string, who = doyun) => who.do('showPresence', { threadId: thread, doing }, 'done');
    const hears = (watching: typeof staff, doing: string) =>
      watching.until(({ data }) => data?.hints.kind === 'PRESENCE' && data.hints.doing === doing);
    for (const doing of ['VIEWING', 'NOTING', 'AWAY']) await show(doing);
    await show('WRITING');
    expect((await hears(contact, 'WRITING')).data.hints.personName).toBe('강도윤');
    await Promise.all(['VIEWING', 'NOTING', 'AWAY', 'WRITING'].map((doing) => hears(staff, doing)));
    expect(JSON.stringify(contact.heard)).not.toMatch(/VIEWING|NOTING|AWAY/);
    expect(await minji.refused('showPresence', { threadId: thread, doing: 'NOTING' }, 'done')).toMatchObject({
      code: 'DENIED',
    });
  });

  it('tells nobody of another company', async () => {
    const thread = await ask();
    const other = await world.contact(await world.company('다른 회사'), '남의 담당');
    expect(await other.refused('showPresence', { threadId: thread, doing: 'VIEWING' }, 'done')).toMatchObject(
      {
        code: 'NOT_FOUND',
      },
    );
  });
});
