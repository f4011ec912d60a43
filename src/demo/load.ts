// Tells the demonstration's story through the product's own commands, with the clock of the story.
import type { INestApplicationContext } from '@nestjs/common';
import { type ContactActor, type StaffActor, system } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database, containing, sql } from '../platform/database/index.js';
import { CompaniesService, SignInService } from '../identity/index.js';
import { SpacesService } from '../spaces/index.js';
import { DeskService, ThreadsService } from '../threads/index.js';
import { type Category, ItemsReads, ItemsService, NeedsService, QualityService } from '../voc/index.js';
import {
  type DemoEntry,
  type DemoPerson,
  type DemoThread,
  demoAreas,
  demoCompanies,
  demoNeeds,
  demoProvider,
  demoShort,
  demoStaff,
  demoTags,
  demoThreads,
} from './content.js';
import { tellBoards } from './boards-story.js';
import { tellPlans } from './planning-story.js';
import { DemoReports } from './reports.js';
import { tellTrainings } from './training-story.js';
import { StoryCalendar, StoryClock } from './story-time.js';

/** One-click log-ins: somebody for each role, the most telling first. */
const LOGINS: { person: string; company: string | null }[] = [
  { person: 'minji', company: 'hanbit' },
  { person: 'imogen', company: 'quillmoor' },
  { person: 'hyejin', company: null },
  { person: 'seoyeon', company: null },
  { person: 'wonjae', company: null },
  { person: 'dongjin', company: null },
];

/** The story's people act without having signed in. */
const NO_SESSION = { sessionId: '', sessionEnds: new Date(8.64e15) };

/** Conversations older than this are read by everybody. */
const READ_AFTER_DAYS = 2;

/** The team began with half of what it codes looked at twice; today a fifth will do. */
const LOOKED_AT_TWICE = { then: 50, now: 20 };

/** What was coded in these last days waits for its second look. */
const TO_BE_LOOKED_AT_DAYS = 12;

/** What a second coder takes something for when it is not clear: what lies next to it. */
const NEIGHBOUR: Record<Category, Category> = {
  USAGE: 'IMPROVEMENT',
  DEFECT: 'IMPROVEMENT',
  IMPROVEMENT: 'FEATURE',
  FEATURE: 'IMPROVEMENT',
  ACCOUNT: 'USAGE',
};

type Progress = (done: number, all: number) => void;

/** The context must have been made with the same StoryClock. */
export async function loadDemo(
  app: INestApplicationContext,
  clock: StoryClock,
  now: Date,
  onProgress: Progress = () => {},
): Promise<void> {
  await new Story(app, clock, now).tell(onProgress);
}

class Story {
  private readonly database: Database;
  private readonly threads: ThreadsService;
  private readonly desk: DeskService;
  private readonly items: ItemsService;
  private readonly itemsReads: ItemsReads;
  private readonly quality: QualityService;
  private readonly staff = new Map<string, StaffActor>();
  /** `${company} ${person}`: the person acting for that company. */
  private readonly contacts = new Map<string, ContactActor>();
  private readonly people = new Map<string, string>();
  private readonly companies = new Map<string, string>();
  private readonly spaces = new Map<string, string>();
  private readonly areas = new Map<string, string>();
  private readonly tags = new Map<string, string>();
  private looks = 0;
  private calendar = new StoryCalendar('Asia/Seoul', new Date());

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: StoryClock,
    private readonly now: Date,
  ) {
    if (app.get(Clock) !== clock) throw new Error('The story needs its own clock.');
    this.database = app.get(Database);
    this.threads = app.get(ThreadsService);
    this.desk = app.get(DeskService);
    this.items = app.get(ItemsService);
    this.itemsReads = app.get(ItemsReads);
    this.quality = app.get(QualityService);
  }

  async tell(onProgress: Progress): Promise<void> {
    const zone = await this.database.readOne<{ zone: string }>(
      system,
      sql`select zone from hotline.installation`,
    );
    const place = zone?.zone ?? 'Asia/Seoul';
    this.calendar = new StoryCalendar(place, this.now);
    this.clock.set(this.calendar.moment(95, '09:00'));
    await this.bringPeople();
    await this.bringAreasAndTags();
    await this.quality.setSample(this.staffCalled('seoyeon'), LOOKED_AT_TWICE.then);
    const told = [...demoThreads, ...demoShort.map(asThread)]
      .map((thread) => ({ thread, at: this.calendar.moment(thread.daysAgo, thread.at) }))
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    await this.tellTrainings();
    await this.tellBoards();
    const reports = new DemoReports(this.app, this.clock, this.staffCalled('seoyeon'), place, this.now);
    // What was reviewed only after Monday's report was published: the page shows how the figures moved since.
    const decided: (() => Promise<void>)[] = [];
    for (const [index, { thread, at }] of told.entries()) {
      await reports.until(at);
      const decide = await this.tellThread(thread, at);
      if (reports.isFreshlyPublished(at)) decided.push(decide);
      else if (thread.reviewed) await decide();
      if (index % 20 === 19 || index === told.length - 1) onProgress(index + 1, told.length);
    }
    await reports.until(this.now);
    this.clock.set(this.now);
    for (const decide of decided) await decide();
    while ((await this.threads.closeResolved()) > 0);
    await reports.leaveDraft();
    await this.groupNeeds();
    await tellPlans(this.app, this.clock, this.calendar, this.staffCalled('wonjae'));
    this.clock.set(this.now);
    await this.quality.setSample(this.staffCalled('seoyeon'), LOOKED_AT_TWICE.now);
    await this.items.relearn();
    await this.items.evaluateModel();
    await this.finish();
  }

  /** Before the threads, for the same reason. */
  private tellBoards(): Promise<void> {
    return tellBoards(this.app, this.clock, this.calendar, this.now, {
      lead: this.staffCalled('seoyeon'),
      agent: this.staffCalled('hyejin'),
      contact: (company, key) => this.contactCalled(company, key),
    });
  }

  private contactCalled(company: string, key: string): ContactActor {
    const actor = this.actor(company, key);
    if (actor.kind !== 'contact') throw new Error(`${key} is no contact of ${company}.`);
    return actor;
  }

  /** Before the threads: what was said of them counts in weeks whose reports are published as the story goes on. */
  private tellTrainings(): Promise<void> {
    return tellTrainings(this.app, this.clock, this.calendar, this.now, {
      staff: (key) => this.staffCalled(key),
      contact: (company, key) => this.contactCalled(company, key),
      company: (key) => this.companies.get(key) ?? '',
    });
  }

  private async bringPeople(): Promise<void> {
    const signIn = this.app.get(SignInService);
    const companies = this.app.get(CompaniesService);
    const spaces = this.app.get(SpacesService);
    await this.database.transact(system, async (tx) => {
      await tx.sql(sql`update hotline.installation set demo = true, provider_name = ${demoProvider.name.ko}`);
      const meet = async (person: DemoPerson): Promise<string> => {
        const known = this.people.get(person.key);
        if (known) return known;
        const id = await signIn.createPerson(tx, person);
        this.people.set(person.key, id);
        return id;
      };
      for (const person of demoStaff) {
        const personId = await meet(person);
        const role = person.role ?? 'AGENT';
        await signIn.joinStaff(tx, personId, role);
        this.staff.set(person.key, { kind: 'staff', personId, ...NO_SESSION, role });
      }
      for (const company of demoCompanies) {
        const { name, employees, tier, domain } = company;
        const companyId = await companies.insert(tx, { name, employees, tier, domains: [domain] });
        this.companies.set(company.key, companyId);
        if (company.openedBecause) await spaces.insert(tx, companyId, company.openedBecause);
        const space = await tx.one<{ id: string }>(
          sql`select id from hotline.space where company_id = ${companyId}`,
        );
        if (space) this.spaces.set(company.key, space.id);
        for (const person of company.contacts) {
          const personId = await meet(person);
          const reader = company.readers?.includes(person.key);
          await signIn.joinCompany(tx, companyId, personId, reader ? 'READER' : null);
          this.contacts.set(`${company.key} ${person.key}`, {
            kind: 'contact',
            personId,
            ...NO_SESSION,
            companyId,
            spaceId: space?.id ?? null,
            memberRole: 'MEMBER',
          });
        }
      }
    });
  }

  private async bringAreasAndTags(): Promise<void> {
    const planner = this.staffCalled('wonjae');
    for (const { key, ko, en, parent } of demoAreas) {
      this.areas.set(
        key,
        await this.items.createArea(planner, ko, en, parent ? (this.areas.get(parent) ?? null) : null),
      );
    }
    const lead = this.staffCalled('seoyeon');
    for (const name of demoTags) this.tags.set(name, await this.desk.createTag(lead, name));
  }

  /** Returns the last word on its category, which may come later. */
  private async tellThread(thread: DemoThread, at: Date): Promise<() => Promise<void>> {
    const [first, ...rest] = thread.entries;
    const spaceId = this.spaces.get(thread.company);
    if (!first?.say || !spaceId) throw new Error(`The story of ${thread.company} has no beginning.`);
    this.clock.set(at);
    const opener = this.actor(thread.company, first.by);
    const threadId = await this.threads.open(opener, {
      spaceId,
      title: thread.title ?? null,
      body: first.say,
    });
    if (opener.kind === 'contact') await this.items.countThread(threadId);
    let time = at;
    for (const entry of rest) {
      time = this.calendar.later(time, entry.after);
      this.clock.set(time);
      await this.tellEntry(thread.company, threadId, entry);
    }
    return this.sortThread(thread, threadId, opener.kind === 'contact');
  }

  private async tellEntry(company: string, threadId: string, entry: DemoEntry): Promise<void> {
    const actor = this.actor(company, entry.by);
    if (entry.say) {
      const afterwards = entry.do === 'RESOLVE' && actor.kind === 'staff' ? 'RESOLVE' : null;
      await this.threads.post(actor, {
        threadId,
        body: entry.say,
        afterwards,
        reopens: entry.do === 'REOPEN' ? true : null,
      });
    }
    if (entry.note) await this.desk.writeNote(actor, { threadId, body: entry.note, openToPlanners: false });
    if (entry.do === 'RESOLVE') await this.threads.resolve(actor, threadId);
    if (entry.do === 'REOPEN' && !entry.say) await this.threads.reopen(actor, threadId);
    if (entry.do === 'ASSIGN')
      await this.threads.assign(actor, threadId, this.people.get(entry.assignee ?? entry.by) ?? null);
  }

  /** What the desk made of it: assignee, priority, tags, product area and the reviewed category. */
  private async sortThread(
    thread: DemoThread,
    threadId: string,
    counted: boolean,
  ): Promise<() => Promise<void>> {
    const answering = thread.entries
      .map(({ by }) => this.staff.get(by))
      .find((actor) => actor && actor.role !== 'PLANNER');
    const assigned = thread.entries.some((entry) => entry.do === 'ASSIGN');
    if (answering && !assigned) await this.threads.assign(answering, threadId, answering.personId);
    const desk = answering ?? this.staffCalled('seoyeon');
    if (thread.priority) await this.desk.setPriority(desk, threadId, thread.priority);
    const tagIds = (thread.tags ?? []).flatMap((name) => this.tags.get(name) ?? []);
    if (tagIds.length > 0) await this.desk.setTags(desk, threadId, tagIds);
    const nothing = async (): Promise<void> => {};
    if (!counted) return nothing;
    const [item] = await this.itemsReads.byThreads(desk, [threadId]);
    if (!item) return nothing;
    let version = item.version;
    const areaId = thread.area ? this.areas.get(thread.area) : undefined;
    if (areaId) {
      await this.items.setArea(desk, item.id, version, areaId);
      version += 1;
    }
    return async () => {
      await this.items.code(desk, item.id, version, thread.category);
      if (thread.daysAgo > TO_BE_LOOKED_AT_DAYS) await this.lookTwice(desk, item.quote, thread.category);
    };
  }

  /** A colleague looks at what was drawn, without knowing; of five looks one differs. */
  private async lookTwice(first: StaffActor, quote: string, category: Category): Promise<void> {
    const colleagues = ['hyejin', 'jiwoo', 'eunbi'].map((key) => this.staffCalled(key));
    const second = colleagues[this.looks % colleagues.length];
    if (!second || second.personId === first.personId) return;
    const { tasks } = await this.quality.queue(second);
    const task = tasks.find((each) => each.quote === quote);
    if (!task) return;
    this.looks += 1;
    await this.quality.code(second, task.id, this.looks % 5 === 0 ? NEIGHBOUR[category] : category);
  }

  /** What several said is one need. */
  private async groupNeeds(): Promise<void> {
    const needs = this.app.get(NeedsService);
    for (const { title, description, area, by, said } of demoNeeds) {
      const items = await this.database.read<{ id: string }>(
        system,
        sql`select id from hotline.voc_item where need_id is null
              and quote ilike any(${said.map(containing)}::text[]) order by occurred_at desc, id`,
      );
      if (items.length < 2) throw new Error(`The story has nothing that says: ${title}.`);
      const input = { title, description, productAreaId: this.areas.get(area) ?? null };
      await needs.make(this.staffCalled(by), { ...input, itemIds: items.map(({ id }) => id) }, null);
    }
  }

  /** Old conversations are read, and the one-click log-ins are written down. */
  private async finish(): Promise<void> {
    const old = new Date(this.now.getTime() - READ_AFTER_DAYS * 86_400_000);
    await this.database.transact(system, async (tx) => {
      await tx.sql(sql`
        insert into hotline.thread_read as mark (thread_id, space_id, person_id, seq, read_at)
        select thread.id, thread.space_id, person.id, thread.last_seq, thread.last_message_at
        from hotline.thread thread
        join hotline.person person on person.staff_role is not null
          or person.id in (select person_id from hotline.space_member where space_id = thread.space_id)
        where thread.last_message_at < ${old}
        on conflict (thread_id, person_id) do update set seq = excluded.seq where mark.seq < excluded.seq`);
      for (const [position, { person, company }] of LOGINS.entries()) {
        await tx.sql(sql`insert into hotline.demo_login (person_id, company_id, position)
          values (${this.people.get(person)}, ${company ? this.companies.get(company) : null}, ${position})`);
      }
    });
  }

  private actor(company: string, key: string): StaffActor | ContactActor {
    const actor = this.contacts.get(`${company} ${key}`) ?? this.staff.get(key);
    if (!actor) throw new Error(`Nobody called ${key} at ${company}.`);
    return actor;
  }

  private staffCalled(key: string): StaffActor {
    const actor = this.staff.get(key);
    if (!actor) throw new Error(`Nobody of the staff is called ${key}.`);
    return actor;
  }
}

/** A short inquiry is a thread of one question and, mostly, one answer that settles it. */
function asThread(short: (typeof demoShort)[number], index: number): DemoThread {
  const { text, answer, answeredBy, by, ...rest } = short;
  const entries: DemoEntry[] = [{ by, after: 0, say: text }];
  // Answers come between four minutes and an hour and a half, differently each time.
  if (answer && answeredBy)
    entries.push({ by: answeredBy, after: 4 + ((index * 37) % 86), say: answer, do: 'RESOLVE' });
  return { ...rest, entries };
}
