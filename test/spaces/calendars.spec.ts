// When clients are answered: calendars of the team, which company has which, and what contacts are told.
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let lead: Person;
let agent: Person;
let admin: Person;
let planner: Person;
let company: Company;
let minji: Person;

const CALENDARS = `{ calendars { id name isDefault holidays companyCount version
  week { weekday hours { from to } } exceptions { day name hours { from to } } companies { name }
  abilities { change delete } } }`;
const ANSWERING = `query ($id: ID!) { space(id: $id) { answering { zone openNow opensAt closesAt closedBecause
  week { weekday hours { from to } } today { day kind nameKo nameEn hours { from to } } } } }`;

type Week = { weekday: number; hours: { from: string; to: string }[] }[];
const nineToSix = [{ from: '09:00', to: '18:00' }];
const lunchOut = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];
const week = (hours: Week[number]['hours'], days = [1, 2, 3, 4, 5]): Week =>
  days.map((weekday) => ({ weekday, hours }));

const answering = async (who: Person = minji, place: Company = company) =>
  (await who.get(ANSWERING, { id: place.spaceId })).space.answering;
const at = (local: string) => world.clock.set(`${local}:00+09:00`);
let names = 0;
const wishes = (more: object = {}) => ({ name: `달력 ${++names}`, week: week(lunchOut), ...more });
const make = async (more: object = {}, who: Person = lead) =>
  (await who.do('createCalendar', wishes(more), 'calendar { id version name }')).calendar;
const give = (calendarId: string | null, place: Company = company, who: Person = lead) =>
  who.do('setCompanyCalendar', { companyId: place.id, calendarId }, 'company { id calendar { name } }');

beforeAll(async () => {
  world = await World.open();
  lead = await world.staff('LEAD', '한서연');
  admin = await world.staff('ADMIN', '박관리');
  agent = await world.staff('AGENT', '강도윤');
  planner = await world.staff('PLANNER', '최기획');
});
beforeEach(async () => {
  at('2026-11-18T14:00');
  company = await world.company();
  minji = await world.contact(company, '김민지');
});
afterAll(() => world.close());

describe('an installation', () => {
  it('answers on working days from nine to six, until somebody says otherwise', async () => {
    const { calendars } = await agent.get(CALENDARS);
    expect(calendars[0]).toMatchObject({
      isDefault: true,
      holidays: 'KR',
      exceptions: [],
      companies: [],
      abilities: { change: false, delete: false },
    });
    expect(calendars[0].week).toEqual(week(nineToSix));
    expect((await admin.get(CALENDARS)).calendars[0].abilities).toEqual({ change: true, delete: false });
    expect(await answering()).toEqual({
      zone: 'Asia/Seoul',
      openNow: true,
      opensAt: null,
      closesAt: '2026-11-18T09:00:00.000Z',
      closedBecause: null,
      week: week(nineToSix),
      today: { day: '2026-11-18', kind: 'WEEK', nameKo: null, nameEn: null, hours: nineToSix },
    });
  });
});

describe('a contact', () => {
  it('hears on Friday evening that somebody answers on Monday', async () => {
    at('2026-11-20T18:00');
    expect(await answering()).toMatchObject({
      openNow: false,
      closesAt: null,
      opensAt: '2026-11-23T00:00:00.000Z',
      closedBecause: 'WEEK',
    });
  });

  it('hears which holiday it is, in both languages, and when it is over', async () => {
    at('2026-10-05T11:00');
    expect(await answering()).toMatchObject({
      openNow: false,
      opensAt: '2026-10-06T00:00:00.000Z',
      closedBecause: 'HOLIDAY',
      today: {
        nameKo: '대체공휴일(개천절)',
        nameEn: 'Substitute holiday for National Foundation Day',
        hours: [],
      },
    });
  });

  it('has the hours of their company, and a day that the team keeps for itself', async () => {
    const calendar = await make({
      exceptions: [
        { day: '2026-11-19', name: '창립기념일' },
        { day: '2026-11-21', name: '토요일 점검', hours: [{ from: '10:00', to: '14:00' }] },
      ],
    });
    expect((await give(calendar.id)).company.calendar.name).toBe(calendar.name);
    at('2026-11-18T12:30');
    expect(await answering()).toMatchObject({
      openNow: false,
      opensAt: '2026-11-18T04:00:00.000Z',
      week: week(lunchOut),
    });
    at('2026-11-19T10:00');
    expect(await answering()).toMatchObject({
      opensAt: '2026-11-20T00:00:00.000Z',
      closedBecause: 'EXCEPTION',
      today: { nameKo: '창립기념일', nameEn: '창립기념일' },
    });
    at('2026-11-21T10:00');
    expect(await answering()).toMatchObject({ openNow: true, closesAt: '2026-11-21T05:00:00.000Z' });
    await give(null);
    expect(await answering()).toMatchObject({ openNow: false, week: week(nineToSix) });
  });

  it('of a company whose calendar never opens is told no moment', async () => {
    await give((await make({ week: [] })).id);
    expect(await answering()).toMatchObject({ openNow: false, opensAt: null, week: [] });
  });

  it('reads no calendar as a whole', async () => {
    expect((await minji.ask(CALENDARS)).errors?.[0]?.extensions.reason).toBe('STAFF_ONLY');
    const own = `query ($handle: String!) { companyByHandle(handle: $handle) { calendar { id } } }`;
    expect((await minji.ask(own, { handle: company.handle })).errors?.[0]?.extensions.code).toBe('DENIED');
  });
});

describe('staff', () => {
  const one = async (id: string, fields: string, who: Person = agent) =>
    (await who.get(`query ($id: ID!) { calendar(id: $id) { ${fields} } }`, { id })).calendar;

  it('look ahead: the holidays of a year, and what any day would be', async () => {
    const { id } = await make({
      exceptions: [{ day: '2026-12-25', name: '성탄 당직', hours: [{ from: '09:00', to: '12:00' }] }],
    });
    const fields = 'comingHolidays { day kind nameKo nameEn hours { from to } }';
    const { comingHolidays } = await one(id, fields);
    expect(comingHolidays.slice(0, 2)).toEqual([
      {
        day: '2026-12-25',
        kind: 'EXCEPTION',
        nameKo: '기독탄신일',
        nameEn: 'Christmas Day',
        hours: [{ from: '09:00', to: '12:00' }],
      },
      { day: '2027-01-01', kind: 'HOLIDAY', nameKo: '1월 1일', nameEn: 'New Year’s Day', hours: [] },
    ]);
    expect(comingHolidays.at(-1).day).toBe('2027-10-11');
    const day = async (wanted: string) =>
      (await one(id, `day(day: "${wanted}") { kind nameKo hours { to } }`)).day;
    expect(await day('2027-02-09')).toEqual({ kind: 'HOLIDAY', nameKo: '대체공휴일(설날)', hours: [] });
    expect(await day('2026-12-25')).toEqual({
      kind: 'EXCEPTION',
      nameKo: '성탄 당직',
      hours: [{ to: '12:00' }],
    });
    expect(await day('2027-02-10')).toMatchObject({ kind: 'WEEK', nameKo: null });
    const none = await make({ holidays: 'NONE' });
    expect((await one(none.id, fields)).comingHolidays).toEqual([]);
  });

  it('of whom leads and administrators change calendars, as a whole and once', async () => {
    const { id, version, name } = await make({ exceptions: [{ day: '2026-11-19', name: '창립기념일' }] });
    const change = wishes({
      calendarId: id,
      version,
      name,
      week: week([{ from: '00:00', to: '24:00' }], [6]),
    });
    const { calendar } = await admin.do(
      'changeCalendar',
      change,
      'calendar { version week { weekday hours { from to } } exceptions { day } }',
    );
    expect(calendar).toEqual({
      version: version + 1,
      week: [{ weekday: 6, hours: [{ from: '00:00', to: '24:00' }] }],
      exceptions: [],
    });
    expect(await lead.refused('changeCalendar', change, 'calendar { id }')).toMatchObject({
      reason: 'STALE',
    });
    for (const who of [agent, planner, minji]) {
      const code = 'DENIED';
      expect(await who.refused('createCalendar', wishes(), 'calendar { id }')).toMatchObject({ code });
      expect(
        await who.refused('changeCalendar', { ...change, version: version + 1 }, 'calendar { id }'),
      ).toMatchObject({ code });
      expect(
        await who.refused('deleteCalendar', { calendarId: id, version: version + 1 }, 'calendars { id }'),
      ).toMatchObject({ code });
      expect(
        await who.refused('setCompanyCalendar', { companyId: company.id, calendarId: id }, 'company { id }'),
      ).toMatchObject({ code });
    }
  });

  it('delete what no company has, and never the default one', async () => {
    const { id, version } = await make();
    await give(id);
    const used = { calendarId: id, version };
    const mine = async (who = lead) =>
      (await who.get(CALENDARS)).calendars.find((each: { id: string }) => each.id === id);
    expect(await mine()).toMatchObject({
      companyCount: 1,
      companies: [{ name: expect.any(String) }],
      abilities: { change: true, delete: false },
    });
    expect(await lead.refused('deleteCalendar', used, 'calendars { id }')).toMatchObject({
      code: 'CONFLICT',
      reason: 'CALENDAR_IN_USE',
    });
    await give(null);
    expect((await mine()).abilities.delete).toBe(true);
    const { calendars } = await lead.do('deleteCalendar', used, 'calendars { id isDefault version }');
    expect(calendars.map((each: { id: string }) => each.id)).not.toContain(id);
    const [standard] = calendars;
    expect(
      await lead.refused(
        'deleteCalendar',
        { calendarId: standard.id, version: standard.version },
        'calendars { id }',
      ),
    ).toMatchObject({ reason: 'DEFAULT_CALENDAR' });
    expect(
      await lead.refused('setCompanyCalendar', { companyId: company.id, calendarId: id }, 'company { id }'),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['HOURS_ORDER', { week: week([{ from: '18:00', to: '09:00' }]) }],
    ['HOURS_ORDER', { week: week([{ from: '09:00', to: '09:00' }]) }],
    [
      'HOURS_OVERLAP',
      {
        week: week([
          { from: '09:00', to: '13:00' },
          { from: '12:00', to: '18:00' },
        ]),
      },
    ],
    ['DAY_TWICE', { week: week(nineToSix, [1, 1]) }],
    ['DAY_TWICE', { exceptions: ['하루', '이틀'].map((name) => ({ day: '2026-11-19', name })) }],
    ['DATE', { exceptions: [{ day: '2026-02-30', name: '없는 날' }] }],
    ['FIELD', { week: week([{ from: '9', to: '18:00' }]) }],
    ['FIELD', { week: week(nineToSix, [8]) }],
    ['FIELD', { name: ' ' }],
  ])('are told what is wrong (%s)', async (reason, more) => {
    const before = (await lead.get(CALENDARS)).calendars.length;
    expect(await lead.refused('createCalendar', wishes(more), 'calendar { id }')).toMatchObject({
      code: 'INVALID',
      reason,
    });
    expect((await lead.get(CALENDARS)).calendars).toHaveLength(before);
  });

  it('find no two calendars of one name', async () => {
    const { name } = await make();
    const other = await make();
    const taken = { code: 'CONFLICT', reason: 'CALENDAR_NAME', field: 'name' };
    expect(await lead.refused('createCalendar', wishes({ name }), 'calendar { id }')).toMatchObject(taken);
    const change = wishes({ calendarId: other.id, version: 1, name });
    expect(await lead.refused('changeCalendar', change, 'calendar { id }')).toMatchObject(taken);
  });

  it('find every change in the trail', async () => {
    at('2026-12-01T10:00');
    const { id, version, name } = await make();
    await give(id);
    await give(null);
    await lead.do('deleteCalendar', { calendarId: id, version }, 'calendars { id }');
    const { auditTrail } = await admin.get(
      '{ auditTrail(first: 4) { edges { node { action otherName actor { name } company { id } } } } }',
    );
    const node = (action: string, otherName: string | null, companyId: string | null) => ({
      node: { action, otherName, actor: { name: '한서연' }, company: companyId && { id: companyId } },
    });
    expect(auditTrail.edges).toEqual([
      node('CALENDAR_DELETED', name, null),
      node('COMPANY_CALENDAR_SET', null, company.id),
      node('COMPANY_CALENDAR_SET', name, company.id),
      node('CALENDAR_CREATED', name, null),
    ]);
  });
});

describe('companies that become one', () => {
  const merge = async (twin: Company): Promise<string> =>
    (
      await admin.do(
        'mergeCompanies',
        { keepCompanyId: company.id, duplicateCompanyId: twin.id },
        'merge { id }',
      )
    ).merge.id;
  const own = async (place: Company): Promise<string | null> => {
    const read = 'query ($handle: String!) { companyByHandle(handle: $handle) { calendar { name } } }';
    return (await lead.get(read, { handle: place.handle })).companyByHandle.calendar?.name ?? null;
  };

  it('have the hours that the one had, when the kept one had none; two again, each has its own', async () => {
    const theirs = await make();
    const twin = await world.company();
    await give(theirs.id, twin);
    const mergeId = await merge(twin);
    expect((await answering()).week).toEqual(week(lunchOut));
    await admin.do('undoMerge', { mergeId }, 'merge { id }');
    expect([await own(company), await own(twin)]).toEqual([null, theirs.name]);
  });

  it('keep the hours of the kept one; what the other had can go, and does not come back', async () => {
    const [ours, theirs] = [await make(), await make()];
    const twin = await world.company();
    await give(ours.id);
    await give(theirs.id, twin);
    const mergeId = await merge(twin);
    expect(await own(company)).toBe(ours.name);
    await lead.do('deleteCalendar', { calendarId: theirs.id, version: theirs.version }, 'calendars { id }');
    await admin.do('undoMerge', { mergeId }, 'merge { id }');
    expect([await own(company), await own(twin)]).toEqual([ours.name, null]);
  });
});
