// What reaches somebody's calendar: one entry for ever, changed and taken away as the session is; and what the app tells.
import { type Company, type Person, World } from '../world/world.js';
import { courseOf, planned, sessionIn } from './taught.js';

let world: World;
let agent: Person;
let company: Company;
let minji: Person;
let course: string;

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '김상담');
  company = await world.company('한빛제조');
  minji = await world.contact(company, '박민지');
  course = await courseOf(agent, '협업 도구, 첫걸음', '쉬운 말로; 한 시간');
});
afterAll(() => world.close());

const HOUR = 3_600_000;

/** Lines of an entry, unfolded, as RFC 5545 has them. */
function entryOf(text: string): Record<string, string> {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  return Object.fromEntries(
    lines.map((line) => [line.split(/[:;]/)[0] ?? '', line.slice(line.indexOf(':') + 1)]),
  );
}

const mailsTo = (person: Person) =>
  world.mails.sent.filter(
    ({ to, calendar, subject }) => to === person.email && (calendar || subject.includes('교육')),
  );

async function invited(person = minji, input: object = {}): Promise<string> {
  const id = await planned(world, agent, course, input);
  await agent.do(
    'inviteToTraining',
    { trainingSessionId: id, people: [{ personId: person.id, companyId: company.id }] },
    'trainingSession { id }',
  );
  await world.jobs();
  return id;
}

const change = async (id: string, input: object) => {
  const { version, startsAt, endsAt, place } = await sessionIn(agent, id, 'version startsAt endsAt place');
  const wishes = { startsAt, endsAt, place, trainerId: agent.id, companyIds: [], ...input };
  await agent.do(
    'changeTrainingSession',
    { trainingSessionId: id, version, ...wishes },
    'trainingSession { id }',
  );
  await world.jobs();
};

describe('the invitation', () => {
  it('carries an entry that calendars understand, for its reader alone', async () => {
    const colleague = await world.contact(company, '이준');
    const id = await invited(minji, { link: 'https://meet.example/room?x=1,2' });
    await agent.do(
      'inviteToTraining',
      { trainingSessionId: id, people: [{ personId: colleague.id, companyId: company.id }] },
      'trainingSession { id }',
    );
    await world.jobs();
    const mail = world.mails.to(minji.email);
    expect(mail.subject).toBe('교육 초대: 협업 도구, 첫걸음');
    expect(mail.text).toContain('3층 교육장');
    expect(mail.text).toMatch(/오후 2:00.*4:00/);
    expect(mail.off).toContain('/mail-off/');
    expect(mail.calendar?.method).toBe('REQUEST');
    const content = mail.calendar?.content ?? '';
    expect(content.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const entry = entryOf(content);
    expect(entry).toMatchObject({
      METHOD: 'REQUEST',
      VERSION: '2.0',
      SEQUENCE: '0',
      DTSTART: '20261119T050000Z',
      DTEND: '20261119T070000Z',
      SUMMARY: '협업 도구\\, 첫걸음',
      LOCATION: '3층 교육장',
      STATUS: 'CONFIRMED',
      ATTENDEE: `mailto:${minji.email}`.replace('mailto:', 'MAILTO:'),
    });
    expect(entry.ORGANIZER).toMatch(/hotline@localhost/);
    expect(entry.UID).toMatch(/^[0-9a-f-]{36}@/);
    expect(content).not.toContain(colleague.email);
    expect(entryOf(world.mails.to(colleague.email).calendar?.content ?? '').UID).toBe(entry.UID);
  });

  it('leads into the session, signed in', async () => {
    const id = await invited();
    const { text } = world.mails.to(minji.email);
    expect(text).toMatch(/\/link\?to=[^#]*training[^#]*#[\w-]{40,}/);
    expect(decodeURIComponent(text)).toContain(`/c/${company.handle}/training/${id}`);
  });

  it('is told in the app as well, and a job that runs twice tells once', async () => {
    const person = await world.contact(company, '정하나');
    const id = await invited(person);
    await agent.do(
      'inviteToTraining',
      { trainingSessionId: id, people: [{ personId: person.id, companyId: company.id }] },
      'trainingSession { id }',
    );
    await world.jobs();
    expect(mailsTo(person)).toHaveLength(1);
    const { notifications } = await person.get(
      '{ notifications { edges { node { kind actor { name } trainingSession { id } } } } }',
    );
    expect(notifications.edges.map(({ node }: { node: object }) => node)).toEqual([
      { kind: 'TRAINING_INVITED', actor: { name: '김상담' }, trainingSession: { id } },
    ]);
  });

  it('does not come by mail to who wants none, but the app tells', async () => {
    const person = await world.contact(company, '메일 싫은 이');
    await person.do(
      'chooseNotification',
      { kind: 'TRAINING_INVITED', inApp: true, mail: false },
      'settings { kind }',
    );
    await invited(person);
    expect(mailsTo(person)).toHaveLength(0);
    expect((await person.get('{ unreadNotifications }')).unreadNotifications).toBe(1);
  });
});

describe('a change', () => {
  it('goes into the same entry with a higher sequence; what does not concern a calendar is not told', async () => {
    const person = await world.contact(company, '일정 보는 이');
    const id = await invited(person);
    const first = entryOf(world.mails.to(person.email).calendar?.content ?? '');
    await change(id, { capacity: 30 });
    expect(mailsTo(person)).toHaveLength(1);
    const { startsAt } = await sessionIn(agent, id, 'startsAt');
    const later = new Date(Date.parse(startsAt) + HOUR);
    await change(id, { startsAt: later, endsAt: new Date(later.getTime() + HOUR), place: '5층 교육장' });
    const mail = world.mails.to(person.email);
    expect(mail.subject).toContain('바뀌었어요');
    const second = entryOf(mail.calendar?.content ?? '');
    expect(second).toMatchObject({
      UID: first.UID,
      SEQUENCE: '1',
      METHOD: 'REQUEST',
      LOCATION: '5층 교육장',
      DTSTART: later.toISOString().replace(/[-:]|\.000/g, ''),
    });
  });
});

describe('a cancellation', () => {
  it('takes the entry away from everybody', async () => {
    const person = await world.contact(company, '취소 듣는 이');
    const id = await invited(person);
    const first = entryOf(world.mails.to(person.email).calendar?.content ?? '');
    await agent.do('cancelTrainingSession', { trainingSessionId: id }, 'trainingSession { state }');
    await world.jobs();
    const mail = world.mails.to(person.email);
    expect(mail.calendar?.method).toBe('CANCEL');
    expect(entryOf(mail.calendar?.content ?? '')).toMatchObject({
      UID: first.UID,
      SEQUENCE: '1',
      METHOD: 'CANCEL',
      STATUS: 'CANCELLED',
    });
    expect(mailsTo(person)).toHaveLength(2);
  });

  it('is one person’s alone who is taken out, and undone by inviting them again', async () => {
    const person = await world.contact(company, '빠졌다 온 이');
    const id = await invited(person);
    const [participant] = (await sessionIn(agent, id, 'participants { id }')).participants;
    await agent.do('removeTrainingParticipant', { participantId: participant.id }, 'trainingSession { id }');
    await world.jobs();
    expect(entryOf(world.mails.to(person.email).calendar?.content ?? '')).toMatchObject({
      METHOD: 'CANCEL',
      SEQUENCE: '1',
    });
    await agent.do(
      'inviteToTraining',
      { trainingSessionId: id, people: [{ personId: person.id, companyId: company.id }] },
      'trainingSession { id }',
    );
    await world.jobs();
    expect(entryOf(world.mails.to(person.email).calendar?.content ?? '')).toMatchObject({
      METHOD: 'REQUEST',
      SEQUENCE: '2',
    });
  });
});

describe('the day before', () => {
  it('who was invited earlier is reminded once', async () => {
    const person = await world.contact(company, '잘 잊는 이');
    const now = world.clock.now().getTime();
    await invited(person, { startsAt: new Date(now + 72 * HOUR), endsAt: new Date(now + 74 * HOUR) });
    const { TellingService } = await import('../../src/training/sessions/telling.service.js');
    const remind = () => world.app.get(TellingService).remind();
    await remind();
    await world.jobs();
    expect(mailsTo(person)).toHaveLength(1);
    world.clock.pass(49 * HOUR);
    await remind();
    await remind();
    await world.jobs();
    expect(mailsTo(person).map(({ subject }) => subject)).toEqual([
      '교육 초대: 협업 도구, 첫걸음',
      '내일 교육이 있어요: 협업 도구, 첫걸음',
    ]);
  });
});

describe('the file for calendars', () => {
  it('can be fetched by who takes part, by nobody else', async () => {
    const person = await world.contact(company, '내려받는 이');
    const id = await invited(person);
    const { calendarUrl } = await sessionIn(person, id, 'calendarUrl');
    const file = await person.download(calendarUrl);
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const sent = entryOf(world.mails.to(person.email).calendar?.content ?? '');
    expect(entryOf(file.bytes.toString())).toMatchObject({
      METHOD: 'PUBLISH',
      UID: sent.UID,
      DTSTART: sent.DTSTART,
    });
    const other = await world.contact(await world.company('두리물산'), '남');
    for (const somebody of [other, agent]) expect((await somebody.download(calendarUrl)).status).toBe(404);
    expect((await world.stranger().download(calendarUrl)).status).toBe(401);
  });
});
