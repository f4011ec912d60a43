// Replies that are written again and again: shared by the team, kept from everybody else.
import { type Person, World } from '../world/world.js';

let world: World;
let doyun: Person;
let yuna: Person;
let seoyeon: Person;

const REPLIES = 'replies { id name body version abilities { change } }';
const NEW = { name: '휴가 안내', body: '{{contact}} 님, 휴가는 이렇게 올려요.', locale: 'ko' };

beforeAll(async () => {
  world = await World.open();
  [doyun, yuna, seoyeon] = await Promise.all([
    world.staff('AGENT', '강도윤'),
    world.staff('AGENT', '최유나'),
    world.staff('LEAD', '이서연'),
  ]);
});
afterAll(() => world.close());

const named = (replies: any[], name: string) => replies.find((each) => each.name === name);

describe('saved replies', () => {
  it('are there to begin with, in both languages', async () => {
    const { savedReplies } = await doyun.get('{ savedReplies { name locale abilities { change } } }');
    for (const locale of ['ko', 'en'])
      expect(savedReplies.filter((each: any) => each.locale === locale)).toHaveLength(5);
    expect(savedReplies.some((each: any) => each.abilities.change)).toBe(false);
  });

  it('are everybody’s to use, their writer’s and the heads’ to change', async () => {
    const mine = named((await doyun.do('createReply', NEW, REPLIES)).replies, NEW.name);
    expect(mine.abilities.change).toBe(true);
    const change = { ...NEW, replyId: mine.id, version: mine.version, body: '더 짧게' };
    expect(await yuna.refused('changeReply', change, REPLIES)).toMatchObject({ code: 'DENIED' });
    const changed = await seoyeon.do('changeReply', change, REPLIES);
    expect(named(changed.replies, NEW.name)).toMatchObject({ body: '더 짧게', version: 2 });
    expect(await doyun.refused('changeReply', change, REPLIES)).toMatchObject({
      code: 'CONFLICT',
      reason: 'STALE',
    });
    const left = await doyun.do('deleteReply', { replyId: mine.id, version: 2 }, REPLIES);
    expect(named(left.replies, NEW.name)).toBeUndefined();
  });

  it('say which field is wrong', async () => {
    expect(await doyun.refused('createReply', { ...NEW, name: ' ' }, REPLIES)).toMatchObject({
      code: 'INVALID',
      field: 'name',
    });
  });

  it('are not for planners, nor for contacts', async () => {
    const minji = await world.contact(await world.company('한빛전자'), '김민지');
    for (const somebody of [await world.staff('PLANNER', '하기획'), minji])
      expect((await somebody.ask('{ savedReplies { id } }')).errors?.[0]?.extensions.code).toBe('DENIED');
  });
});
