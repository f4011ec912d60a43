// Two boards: an anonymous one for everybody, and one with names for the larger clients.
import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { ContactActor, StaffActor } from '../platform/actor.js';
import {
  ArrangingService,
  BoardDoor,
  BoardModeratingService,
  BoardWritingService,
} from '../community/index.js';
import { BoardItems } from '../voc/index.js';
import { demoCompanies } from './content.js';
import type { StoryCalendar, StoryClock } from './story-time.js';

type Said = { by: number | 'us'; say: string; helpful?: number[]; accepted?: true };
type Asked = {
  daysAgo: number;
  by: number;
  title: string;
  body: string;
  tags: string[];
  theirsToo?: number[];
  said: Said[];
};

/** `by` counts the contacts of all companies, whoever they are. */
const QUESTIONS: Asked[] = [
  {
    daysAgo: 24,
    by: 4,
    title: '임원분들이 아직도 메일로만 보고받으세요',
    body: '팀은 다 옮겨 왔는데 임원 보고만 메일이에요. 결국 같은 내용을 두 번 써요. 다들 어떻게 넘으셨어요?',
    tags: ['정착', '임원'],
    theirsToo: [9, 14, 17, 21],
    said: [
      {
        by: 11,
        say: '저희는 **주간 보고 글 하나**를 고정해 두고, 임원분께는 그 글의 링크만 메일로 보냈어요. 석 달 뒤에는 링크도 안 보내게 됐고요.',
        helpful: [4, 9, 14],
        accepted: true,
      },
      { by: 17, say: '비서분을 먼저 교육했어요. 임원분보다 빨라요.', helpful: [4] },
      { by: 'us', say: '임원용 요약 화면은 다음 분기에 나와요. 먼저 써 보실 분은 핫라인에 남겨 주세요.' },
    ],
  },
  {
    daysAgo: 13,
    by: 8,
    title: '알림이 하루에 80개씩 와요. 어디까지 꺼도 될까요?',
    body: '끄자니 놓칠까 봐 무섭고, 켜 두니 아무도 안 봐요.',
    tags: ['알림'],
    theirsToo: [1, 3, 5, 12, 16],
    said: [
      {
        by: 19,
        say: '저희 기준: **나를 부른 것, 내가 담당인 것, 마감 하루 전**. 나머지는 아침에 한 번 모아서 봐요.',
        helpful: [8, 1, 3],
        accepted: true,
      },
      { by: 6, say: '방마다 “급하면 부르기” 규칙을 적어 두니 줄었어요.' },
    ],
  },
  {
    daysAgo: 6,
    by: 15,
    title: '퇴사자가 만든 프로젝트, 다들 어떻게 정리하세요?',
    body: '주인이 없는 프로젝트가 40개쯤 있어요. 지우기도 겁나고요.',
    tags: ['정리', '퇴사'],
    theirsToo: [2],
    said: [
      {
        by: 2,
        say: '반년에 한 번 “주인 찾기 주간”을 해요. 아무도 손들지 않으면 보관함으로 옮겨요. 지우지는 않고요.',
        helpful: [15],
      },
    ],
  },
  {
    daysAgo: 3,
    by: 20,
    title: 'How do you get a Korean head office and an English branch to use one space?',
    body: 'Half of us write Korean, half English. We end up with two spaces that never meet.',
    tags: ['branches'],
    said: [
      {
        by: 10,
        say: 'Titles in both languages, text in whichever is yours. It looked silly for a week and works since.',
        helpful: [20],
      },
    ],
  },
  {
    daysAgo: 1,
    by: 12,
    title: '교육 듣고 나서 한 달이면 다시 단톡방으로 돌아가요',
    body: '미션은 다 하는데 그 뒤가 문제예요. 돌아가지 않게 한 비결이 있을까요?',
    tags: ['정착', '교육'],
    theirsToo: [4, 8],
    said: [],
  },
];

export async function tellBoards(
  app: INestApplicationContext,
  clock: StoryClock,
  calendar: StoryCalendar,
  now: Date,
  cast: { lead: StaffActor; agent: StaffActor; contact(company: string, key: string): ContactActor },
): Promise<void> {
  const door = app.get(BoardDoor, { strict: false });
  const arranging = app.get(ArrangingService, { strict: false });
  const writing = app.get(BoardWritingService, { strict: false });
  const moderating = app.get(BoardModeratingService, { strict: false });
  const items = app.get(BoardItems, { strict: false });
  const writers = demoCompanies.flatMap(({ key, contacts, readers = [] }) =>
    contacts
      .filter((each) => !readers.includes(each.key))
      .map((each) => ({ company: key, person: each.key })),
  );
  // Somebody new each time: an access knows the day on which it was made.
  const enter = (by: number | 'us') => {
    const { company, person } = writers[Number(by) % writers.length] ?? { company: '', person: '' };
    return door.enter(
      by === 'us' ? { ...cast.agent } : { ...cast.contact(company, person), memberRole: 'MEMBER' },
    );
  };
  clock.set(calendar.moment(30, '10:00'));
  const lead = await door.enter(cast.lead);
  const rules =
    '- 회사와 사람의 이름은 쓰지 않아요.\n- 다른 회사를 평가하지 않아요.\n- 도움이 된 답을 골라 주세요.';
  const boardId = await arranging.open(
    lead,
    {
      name: '협업 도구 고민 나눔',
      about: '다른 회사는 어떻게 쓰는지 묻고 답해요. 누가 썼는지는 아무도 몰라요.',
      rules,
    },
    true,
    { everyone: true, tiers: [], companyIds: [] },
  );
  await arranging.open(
    lead,
    { name: '이름 걸고 이야기해요', about: '큰 조직의 담당자끼리 이름을 걸고 나누는 곳이에요.', rules },
    false,
    { everyone: false, tiers: ['PREMIUM', 'VIP'], companyIds: [] },
  );
  for (const { daysAgo, by, title, body, tags, theirsToo = [], said } of QUESTIONS) {
    clock.set(calendar.moment(daysAgo, '11:00'));
    const id = await writing.ask(await enter(by), randomUUID(), {
      boardId,
      title,
      body,
      tags,
      showCompany: false,
      pictureIds: [],
    });
    for (const reader of theirsToo) await writing.mark(await enter(reader), id, true);
    for (const { by: who, say, helpful = [], accepted } of said) {
      const words = { threadId: id, parentId: null, body: say, showCompany: false, pictureIds: [] };
      const answer = await writing.say(await enter(who), randomUUID(), words);
      for (const reader of helpful) await writing.mark(await enter(reader), answer, true);
      if (accepted) {
        await writing.accept(await enter(by), answer, true);
        await moderating.offer(await enter('us'), answer, true);
      }
    }
    // The night after, as on every other day; what was asked today waits for its night.
    const night = calendar.moment(daysAgo - 1, '03:20');
    if (daysAgo === 0 || night > now) continue;
    const { today } = await enter(by);
    clock.set(night);
    await items.carry(today, today);
  }
}
