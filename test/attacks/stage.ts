// What most attacks need: a furnished company (thread, message, note, tag, VOC item …) and the ids of it all.
import { randomUUID } from 'node:crypto';
import { globalId } from '../../src/platform/graphql/index.js';
import { Database, sql } from '../../src/platform/database/index.js';
import { ImportsService } from '../../src/channels/index.js';
import { system } from '../../src/platform/actor.js';
import { GivingService } from '../../src/training/index.js';
import { ItemsService } from '../../src/voc/index.js';
import type { Leaf, Operation, ValueOf } from '../world/operations.js';
import type { Answer } from '../world/as.js';
import type { Company, Person, World } from '../world/world.js';

/** Ids and other identifying words of one company's things, by the words of operations.ts. */
export type Things = Record<string, string | number>;

export type Furnished = {
  company: Company;
  owner: Person;
  member: Person;
  reader: Person;
  things: Things;
  uuids: string[];
};

/** A company with people in all three roles and one of everything. `secret` stands in all that only staff may know. */
export async function furnish(
  world: World,
  name: string,
  agent: Person,
  lead: Person,
  secret = '비밀',
): Promise<Furnished> {
  const company = await world.company(name);
  const owner = await world.contact(company, `${name} 주인`);
  const member = await world.contact(company, `${name} 담당`);
  const reader = await world.contact(company, `${name} 독자`, 'READER');
  const things = await furnishThread(world, company, owner, agent, lead, secret);
  const calendar = await ownCalendar(company, lead, secret);
  const inside = {
    company: company.id,
    calendar,
    space: company.spaceId,
    person: member.id,
    otherperson: reader.id,
    othercompany: company.id,
    merge: globalId('merge', company.uuid),
    handle: company.handle,
    email: member.email,
  };
  const course = await taught(world, company, member, agent, secret);
  const missions = await practised(world, company, member, agent, course, secret);
  const boards = await onBoard(company, owner, agent, lead, secret);
  const certificate = await certificateOf(world, company, member, missions);
  const ids = {
    ...inside,
    ...boards,
    ...things,
    ...course,
    ...missions,
    certificate,
    notification: await notified(world, owner),
    session: await otherSession(world, owner),
    import: await uploadedHistory(world, secret),
    report: (await lead.do('draftReport', { week: '2026-W46' }, 'report { id }')).report.id,
  };
  const uuids = [company.uuid, company.spaceUuid, owner.uuid, member.uuid, reader.uuid].map((uuid) =>
    uuid.replaceAll('-', ''),
  );
  return {
    company,
    owner,
    member,
    reader,
    things: ids,
    uuids: [...uuids, ...hexOf({ ...things, ...missions, ...boards, certificate, calendar })],
  };
}

/** One thread with a word of each side, a note, a tag and its VOC item in a product area. */
export async function furnishThread(
  world: World,
  company: Company,
  owner: Person,
  agent: Person,
  lead: Person,
  secret = '비밀',
): Promise<Things> {
  const subject = `${company.handle} 알림이 오지 않아요`;
  const opened = await owner.do(
    'openThread',
    { spaceId: company.spaceId, body: subject },
    'thread { id number }',
  );
  const thread: string = opened.thread.id;
  const file = Buffer.from(`${company.handle} 기록\n`);
  const sent = await owner.upload(company.spaceId, '기록.log', file);
  const unsent = await owner.upload(company.spaceId, '아직.log', file);
  const { message } = await owner.do(
    'postMessage',
    { threadId: thread, body: '어제부터요', attachmentIds: [sent.id] },
    'message { id }',
  );
  await agent.do(
    'postMessage',
    { threadId: thread, body: '확인해 볼게요', afterwards: 'KEEP_OPEN' },
    'message { id }',
  );
  const kept = await agent.upload(company.spaceId, `${secret}.log`, Buffer.from(secret));
  const { note } = await agent.do(
    'writeNote',
    { threadId: thread, body: `${secret} 메모`, mentionIds: [lead.id], attachmentIds: [kept.id] },
    'note { id }',
  );
  const unique = `${secret} ${thread.slice(-12)}`;
  const { tag } = await agent.do('createTag', { name: unique.slice(0, 40) }, 'tag { id }');
  const tagged = await agent.do('changeThreads', { threadIds: [thread], addTagIds: [tag.id] }, 'changeId');
  const names = { nameKo: unique.slice(0, 60), nameEn: `Area ${unique}`.slice(0, 60) };
  const { productArea } = await lead.do('createProductArea', names, 'productArea { id }');
  const reply = { name: unique.slice(0, 80), body: `${secret} 답변`, locale: 'ko' };
  const { replies } = await lead.do('createReply', reply, 'replies { id name }');
  const item = await countedItem(world, thread);
  await agent.do(
    'setVocItemArea',
    { itemId: item, version: 1, productAreaId: productArea.id },
    'item { id }',
  );
  const need = await neededFor(agent, item, `${unique} 필요`);
  const planned = await plannedItem(lead, String(need.need), unique);
  return {
    ...need,
    ...planned,
    thread,
    number: opened.thread.number,
    search: subject,
    message: message.id,
    attachment: unsent.id,
    note: note.id,
    tag: tag.id,
    area: productArea.id,
    vocitem: item,
    secondlook: await drawnTask(world, item),
    reply: replies.find(({ name }: { name: string }) => name === reply.name).id,
    deskchange: tagged.changeId,
  };
}

/** A course with a draft beside what was published, and a session of it in which somebody takes part. */
export async function taught(
  world: World,
  company: Company,
  person: Person,
  agent: Person,
  secret: string,
): Promise<Things> {
  const made = await agent.do(
    'createCourse',
    { stage: 'BASIC', locale: 'ko', title: `${secret} 과정`.slice(0, 120) },
    'course { id draft { id version } }',
  );
  const { id: course, draft } = made.course;
  const texts = [{ locale: 'ko', title: secret.slice(0, 120), body: secret }];
  const file = await agent.sendMaterial(`${secret}.log`, Buffer.from(secret));
  let { id: courseVersionId, version } = draft;
  const write = async (name: string, input: object, fields = '') => {
    const { courseVersion } = await agent.do(
      name,
      { courseVersionId, version, ...input },
      `courseVersion { id version ${fields} }`,
    );
    version = courseVersion.version;
    return courseVersion;
  };
  await write('writeCourseMaterial', { kind: 'FILE', fileId: file.id, texts });
  const { missions } = await write('writeCourseMission', { texts }, 'missions { id }');
  const step = { missionId: missions[0].id, shownBy: 'TICK', dueDays: 3, teamMode: 'EACH', texts };
  await write('writeCourseStep', step);
  await agent.do('publishCourse', { courseVersionId, version }, 'course { id }');
  const next = await agent.do(
    'startCourseDraft',
    { courseId: course },
    'course { draft { id materials { id } missions { id steps { id } } } }',
  );
  ({ id: courseVersionId } = next.course.draft);
  const { trainingSession } = await agent.do(
    'planTrainingSession',
    {
      courseId: course,
      startsAt: new Date(world.clock.now().getTime() + 1_800_000),
      endsAt: new Date(world.clock.now().getTime() + 9_000_000),
      place: `${secret} 회의실`,
      trainerId: agent.id,
      companyIds: [company.id],
    },
    'trainingSession { id }',
  );
  const invited = await agent.do(
    'inviteToTraining',
    { trainingSessionId: trainingSession.id, people: [{ personId: person.id, companyId: company.id }] },
    'trainingSession { participants { id } }',
  );
  // What every attendance of operations.ts says.
  await world.rows(sql`update hotline.training_desk set code = '123456' returning 1`);
  return {
    course,
    courseversion: courseVersionId,
    coursematerial: next.course.draft.materials[0].id,
    coursemission: next.course.draft.missions[0].id,
    coursestep: next.course.draft.missions[0].steps[0].id,
    coursefile: file.id,
    trainingsession: trainingSession.id,
    trainingparticipant: invited.trainingSession.participants[0].id,
  };
}

/** Missions after a session that has ended: one that was shown and waits, beside an upload that shows nothing yet. */
export async function practised(
  world: World,
  company: Company,
  person: Person,
  agent: Person,
  { course }: Things,
  secret: string,
  shown = true,
): Promise<Things> {
  const now = world.clock.now().getTime();
  const { trainingSession } = await agent.do(
    'planTrainingSession',
    {
      courseId: course,
      startsAt: new Date(now),
      endsAt: new Date(now + 3_600_000),
      place: `${secret} 회의실`,
      trainerId: agent.id,
      companyIds: [],
    },
    'trainingSession { id }',
  );
  const { id: trainingSessionId } = trainingSession;
  const people = [{ personId: person.id, companyId: company.id }];
  const invited = await agent.do(
    'inviteToTraining',
    { trainingSessionId, people },
    'trainingSession { participants { id } }',
  );
  const participantIds = [invited.trainingSession.participants[0].id];
  await agent.do('holdTrainingSession', { trainingSessionId }, 'trainingSession { id }');
  const mark = { trainingSessionId, participantIds, attended: true };
  await agent.do('markTrainingAttendance', mark, 'trainingSession { id }');
  await agent.do('endTrainingSession', { trainingSessionId }, 'trainingSession { id }');
  await world.app.get(GivingService).give(uuidOf(trainingSessionId));
  const file = await person.sendMissionFile('아직.log', Buffer.from(secret));
  const { myMissions } = await person.get('{ myMissions { id state project { id } } }');
  const step = myMissions.find(({ state }: { state: string }) => state === 'OPEN');
  const open = { trainingproject: step.project.id, missionstep: step.id, missionfile: file.id };
  if (!shown) return open;
  const done = await person.do(
    'submitStep',
    { missionStepId: step.id },
    'missionStep { submissions { id } }',
  );
  return { ...open, missionsubmission: done.missionStep.submissions[0].id };
}

/** A board of the company's alone, with names, on which somebody was banned for a while. */
async function onBoard(
  company: Company,
  owner: Person,
  agent: Person,
  lead: Person,
  secret: string,
): Promise<Things> {
  const { board } = await lead.do(
    'openBoard',
    { name: company.handle, anonymous: false, audience: { companyIds: [company.id] } },
    'board { id }',
  );
  const { thread } = await owner.do(
    'askOnBoard',
    { id: randomUUID(), boardId: board.id, title: `${company.handle} 고민`, body: secret },
    'thread { id }',
  );
  const say = async (): Promise<string> => {
    const said = { id: randomUUID(), threadId: thread.id, body: secret };
    return (await owner.do('sayOnBoard', said, 'post { id }')).post.id;
  };
  await agent.do('banBoardAuthor', { postId: await say(), reason: secret }, 'post { id }');
  const decisions = await agent.get(
    `query($id: ID!) { board(boardId: $id) { decisions { edges { node { id } } } } }`,
    { id: board.id },
  );
  const ban = decisions.board.decisions.edges[0].node.id;
  await agent.do('liftBoardBan', { decisionId: ban, reason: secret }, 'board { id }');
  return { board: board.id, boardthread: thread.id, boardpost: await say(), boarddecision: ban };
}

/** Of the session that is being practised, as if all of it had passed already. */
export async function certificateOf(
  world: World,
  company: Company,
  person: Person,
  { trainingproject }: Things,
): Promise<string> {
  const [row] = await world.rows<{ id: string }>(sql`
    insert into hotline.certificate (id, number, token, participant_id, person_id, company_id, person_name, company_name,
      stage, title_ko, issued_at)
    select gen_random_uuid(), '2026-' || upper(left(md5(participant.id::text), 4)) || '-' || upper(right(md5(participant.id::text), 4)),
      left(md5(participant.id::text), 22), participant.id, person.id, company.id, person.name, company.name, 'BASIC', '과정',
      ${world.clock.now()}
    from hotline.training_project project
    join hotline.training_participant participant on participant.session_id = project.session_id
      and participant.person_id = ${person.uuid}
    join hotline.person person on person.id = participant.person_id
    join hotline.company company on company.id = ${company.uuid}
    where project.id = ${uuidOf(String(trainingproject))} returning id`);
  return globalId('certificate', row?.id ?? '');
}

/** Hours of its own; contacts read its own days, but not what it is called. */
async function ownCalendar(company: Company, lead: Person, secret: string): Promise<string> {
  const hours = [{ from: '10:00', to: '17:00' }];
  const input = {
    name: `${secret} ${company.handle}`,
    week: [{ weekday: 3, hours }],
    exceptions: [{ day: '2026-12-24', name: `${company.handle} 개교기념일` }],
  };
  const { calendar } = await lead.do('createCalendar', input, 'calendar { id }');
  await lead.do('setCompanyCalendar', { companyId: company.id, calendarId: calendar.id }, 'company { id }');
  return calendar.id;
}

/** A need with the item in it, one that was merged into it, and another beside it. */
export async function neededFor(agent: Person, item: string, title: string): Promise<Things> {
  const make = async (itemIds: string[]): Promise<{ id: string; number: number }> =>
    (await agent.do('createNeed', { title: title.slice(0, 120), itemIds }, 'need { id number }')).need;
  const [need, twin, other] = [await make([]), await make([item]), await make([])];
  const pair = { keepNeedId: need.id, duplicateNeedId: twin.id };
  const merged = await agent.do('mergeNeeds', pair, 'need { changes { needMergeId } }');
  return {
    need: need.id,
    neednumber: need.number,
    otherneed: other.id,
    needmerge: merged.need.changes[0].needMergeId,
  };
}

/** A planning item made of the need, which is decided on by nobody yet, with a piece of work. */
async function plannedItem(lead: Person, needId: string, secret: string): Promise<Things> {
  const { planningItem } = await lead.do(
    'createPlanningItem',
    { title: secret, kind: 'QUICK_FIX', needIds: [needId], reason: secret },
    'planningItem { id number }',
  );
  const linked = await lead.do(
    'addWorkLink',
    { planningItemId: planningItem.id, url: 'https://jira.example/browse/P-7' },
    'planningItem { links { id } }',
  );
  return {
    planningitem: planningItem.id,
    planningnumber: planningItem.number,
    worklink: linked.planningItem.links[0].id,
  };
}

/** A second device of somebody. */
export async function otherSession(world: World, person: Person): Promise<string> {
  const device = await world.signedIn(person.uuid, person.email, person.company);
  const { mySessions } = await device.get('{ mySessions { id current } }');
  return mySessions.find(({ current }: { current: boolean }) => current).id;
}

/** What the agent's answer told the owner. */
async function notified(world: World, owner: Person): Promise<string> {
  await world.jobs();
  const { notifications } = await owner.get('{ notifications { edges { node { id } } } }');
  return notifications.edges[0].node.id;
}

/** A file of history as an administrator has sent it in, with a secret in its name and its rows. */
export async function uploadedHistory(world: World, secret: string): Promise<string> {
  const rows = `company,email,channel,date,body\n${secret},a@${secret.length}.example,PHONE,2026-11-04,${secret}\n`;
  const id = await world.app.get(ImportsService).receive(system, `${secret}.csv`, Buffer.from(rows));
  return globalId('import', id);
}

/** The id of a thread's VOC item, made at once instead of by the job. */
export async function countedItem(world: World, threadId: string): Promise<string> {
  const uuid = uuidOf(threadId);
  await world.app.get(ItemsService).countThread(uuid);
  const [row] = await world.rows<{ id: string }>(
    sql`select id from hotline.voc_item where thread_id = ${uuid}`,
  );
  return globalId('vocitem', row?.id ?? '');
}

/** The task under which an item is to be coded a second time, drawn whatever the sample says. */
export async function drawnTask(world: World, itemId: string): Promise<string> {
  const task = await world.app.get(Database).transact(system, async (tx) => {
    await tx.sql(sql`insert into hotline.voc_second_coding (item_id, id, drawn_at)
      values (${uuidOf(itemId)}, gen_random_uuid(), ${tx.at}) on conflict do nothing`);
    return tx.one<{ id: string }>(
      sql`select id from hotline.voc_second_coding where item_id = ${uuidOf(itemId)}`,
    );
  });
  return globalId('secondlook', task?.id ?? '');
}

/** 'thread_0190…' → the uuid in it. */
export const uuidOf = (id: string): string =>
  id.slice(id.lastIndexOf('_') + 1).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const hexOf = (things: Things): string[] =>
  Object.values(things)
    .map((each) => /_([0-9a-f]{32})$/.exec(String(each))?.[1])
    .filter((each) => each !== undefined);

/** Identifying words that belong to nothing at all. */
export const nothing =
  (world: World): ValueOf =>
  (word: string, leaf: Leaf, _operation: Operation) =>
    leaf.type === 'ID' ? world.nobody(word.replace(/^other/, '')) : NOTHING[word];

const NOTHING: Things = {
  number: 999_999,
  neednumber: 999_999,
  planningnumber: 999_999,
  handle: 'no-such-handle',
  email: 'nobody@nowhere.example',
  search: '없는말없는말',
  token: 'x'.repeat(43),
};

/** The day of a session's last use is written down by itself, whatever was asked. */
const ROW = `(to_jsonb(t) - 'last_used_on')::text`;

/** One row of every table, or a hash of it all: whether anything has changed. Counts are folded, so that only sums count. */
export async function everything(world: World, except: string[] = []): Promise<Record<string, string>> {
  await world.rows(sql`select hotline.voc_fold(), hotline.thread_counts_fold()`);
  const tables = await world.rows<{ name: string }>(
    sql`select relname as name from pg_class where relnamespace = 'hotline'::regnamespace and relkind = 'r' order by 1`,
  );
  const kept = tables
    .map(({ name }) => name)
    .filter((name) => !except.includes(name) && name !== 'migration');
  const text = kept.map(
    (name) =>
      `select '${name}' as name, md5(coalesce(string_agg(${ROW}, '|' order by ${ROW}), '')) as sum from hotline.${name} t`,
  );
  const rows = await world.rows<{ name: string; sum: string }>(raw(text.join(' union all ')));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/** SQL made of names out of the catalogue. */
export const raw = (text: string, values: unknown[] = []) => ({ text, values }) as never;

/** The codes of an answer's refusals. */
export const codes = (answer: Pick<Answer, 'errors'>): string[] =>
  (answer.errors ?? []).map(({ extensions }) => extensions.code);
