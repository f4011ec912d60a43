// Demonstration content: two courses in both languages, one that is being written; sessions long ago and lately, with what people thought and
// showed afterwards (one company was never heard again), and one to come.
import type { CourseStage, MaterialKind, ShownBy, TeamMode } from '../training/index.js';

type Said = { ko: string; en: string };

type DemoCourse = {
  key: string;
  stage: CourseStage;
  by: string;
  daysAgo: number;
  title: Said;
  summary: Said;
  body: Said;
  materials: { kind: Exclude<MaterialKind, 'FILE'>; title: Said; body?: Said; url?: string }[];
  missions: {
    title: Said;
    steps: { title: Said; body: Said; shownBy: ShownBy; dueDays: number; teamMode: TeamMode }[];
  }[];
  /** A course without is still a draft. */
  published: boolean;
};

type DemoSession = {
  course: string;
  by: string;
  /** Negative: so many working days ahead. */
  daysAgo: number;
  at: string;
  minutes: number;
  place: string;
  link: string | null;
  openTo: string[];
  people: { company: string; person: string; attends?: boolean; score?: number; words?: string }[];
  /** Who was stuck, and asked in their space. */
  asked?: { company: string; person: string; step: number; daysAgo: number; title: string; body: string }[];
  /** What was shown of a step afterwards, and what the team said to it. */
  shown?: {
    company: string;
    person: string;
    /** Counted from 0 over all missions. */
    step: number;
    daysAgo: number;
    words: string;
    review?: { verdict: 'PASS' | 'AGAIN'; comment: string; praise?: string };
  }[];
};

export const demoCourses: DemoCourse[] = [
  {
    key: 'first',
    stage: 'BASIC',
    by: 'nari',
    daysAgo: 60,
    title: { ko: '협업 첫걸음', en: 'First steps in working together' },
    summary: {
      ko: '메일 대신 프로젝트에서 일하는 법을 한 시간에 익혀요.',
      en: 'In one hour from mails to a shared project.',
    },
    body: {
      ko: '## 오늘 배울 것\n\n1. 프로젝트를 만들고 동료를 초대하기\n2. 업무를 나누고 기한 정하기\n3. 알림을 내 일에 맞게 고르기',
      en: '## What you will learn\n\n1. Make a project and invite colleagues\n2. Share tasks and agree on dates\n3. Choose the notifications that help you',
    },
    materials: [
      {
        kind: 'MARKDOWN',
        title: { ko: '한 장 요약', en: 'On one page' },
        body: {
          ko: '- **게시글**은 모두에게, **채팅**은 지금 필요한 사람에게\n- 업무에는 담당자 한 명, 기한 하나',
          en: '- **Posts** are for everybody, **chat** for whoever is needed now\n- A task has one person and one date',
        },
      },
      {
        kind: 'LINK',
        title: { ko: '도움말: 프로젝트 만들기', en: 'Help: make a project' },
        url: 'https://help.example/projects',
      },
      {
        kind: 'VIDEO',
        title: { ko: '영상: 5분 만에 둘러보기', en: 'Video: a tour in five minutes' },
        url: 'https://video.example/tour',
      },
    ],
    missions: [
      {
        title: { ko: '우리 팀 프로젝트를 열어요', en: 'Open your team’s project' },
        steps: [
          {
            title: { ko: '프로젝트를 만들고 동료를 초대해요', en: 'Make it and invite colleagues' },
            body: {
              ko: '이번 주에 함께할 일 하나면 충분해요.',
              en: 'One piece of this week’s work is enough.',
            },
            shownBy: 'SCREENSHOT',
            dueDays: 3,
            teamMode: 'ANY',
          },
          {
            title: { ko: '내 업무 세 가지를 올려요', en: 'Put three of your tasks into it' },
            body: { ko: '담당자와 기한을 함께 적어 주세요.', en: 'With a person and a date each.' },
            shownBy: 'TICK',
            dueDays: 5,
            teamMode: 'EACH',
          },
          {
            title: { ko: '두 주 뒤, 무엇이 달라졌나요?', en: 'After two weeks: what has changed?' },
            body: {
              ko: '메일이나 회의가 줄었는지, 무엇이 아직 불편한지 편하게 적어 주세요.',
              en: 'Fewer mails, fewer meetings? What is still in your way?',
            },
            shownBy: 'QUESTION',
            dueDays: 15,
            teamMode: 'ALL',
          },
        ],
      },
    ],
    published: true,
  },
  {
    key: 'admin',
    stage: 'ADMINISTRATOR',
    by: 'kyuri',
    daysAgo: 30,
    title: { ko: '관리자 과정: 조직도와 권한', en: 'For administrators: people and rights' },
    summary: {
      ko: '입사부터 퇴사까지, 계정과 권한을 안전하게 관리해요.',
      en: 'Accounts and rights from the first day to the last.',
    },
    body: {
      ko: '조직도를 가져오고, 권한을 나누고, 퇴사한 동료의 일을 넘기는 연습을 해요.',
      en: 'Import the organisation chart, share rights, hand over the work of somebody who leaves.',
    },
    materials: [
      {
        kind: 'MARKDOWN',
        title: { ko: '점검표', en: 'Checklist' },
        body: {
          ko: '- 관리자는 두 명 이상\n- 퇴사 당일에 계정 멈추기',
          en: '- At least two administrators\n- Suspend accounts on the last day',
        },
      },
    ],
    missions: [],
    published: true,
  },
  {
    key: 'culture',
    stage: 'CULTURE',
    by: 'nari',
    daysAgo: 3,
    title: { ko: '회의 없는 수요일', en: 'Wednesdays without meetings' },
    summary: { ko: '회의를 줄이고 글로 일하는 문화를 만들어요.', en: 'Fewer meetings, more written work.' },
    body: { ko: '쓰는 중이에요.', en: 'Being written.' },
    materials: [],
    missions: [],
    published: false,
  },
];

export const demoSessions: DemoSession[] = [
  {
    course: 'admin',
    by: 'kyuri',
    daysAgo: 20,
    at: '10:00',
    minutes: 90,
    place: '두레솜 교육장',
    link: null,
    openTo: [],
    people: [
      { company: 'hanbit', person: 'bora', attends: true, score: 5 },
      { company: 'hanbit', person: 'minji', attends: true, score: 4 },
      { company: 'dalbit', person: 'yeonwoo', attends: true, score: 4 },
    ],
  },
  {
    course: 'first',
    by: 'nari',
    daysAgo: 47,
    at: '10:00',
    minutes: 120,
    place: '두레솜 교육장',
    link: null,
    openTo: [],
    people: [
      { company: 'maru', person: 'dahye', attends: true, score: 5 },
      { company: 'maru', person: 'inseong', attends: true, score: 4 },
      { company: 'pureun', person: 'soyun', attends: true, score: 4 },
      { company: 'gaon', person: 'sora', attends: true, score: 5 },
      { company: 'hanui', person: 'dohee', attends: true, score: 4 },
      { company: 'hanui', person: 'seungwoo', attends: true, score: 3 },
    ],
    shown: [
      {
        company: 'maru',
        person: 'dahye',
        step: 1,
        daysAgo: 43,
        words: '선박 정기점검 세 건을 올렸어요.',
        review: { verdict: 'PASS', comment: '담당자까지 잘 적으셨어요.' },
      },
      {
        company: 'maru',
        person: 'inseong',
        step: 1,
        daysAgo: 42,
        words: '입출항 보고를 올렸어요.',
        review: { verdict: 'PASS', comment: '좋아요, 그대로 이어 가시면 돼요.' },
      },
      {
        company: 'pureun',
        person: 'soyun',
        step: 1,
        daysAgo: 41,
        words: '비품 신청 업무를 옮겼어요.',
        review: { verdict: 'PASS', comment: '기한이 또렷해서 좋아요.' },
      },
      {
        company: 'maru',
        person: 'dahye',
        step: 2,
        daysAgo: 28,
        words: '보고 메일이 하루 스무 통에서 다섯 통으로 줄었어요.',
        review: {
          verdict: 'PASS',
          comment: '숫자로 적어 주셔서 바로 알겠어요!',
          praise: '메일이 얼마나 줄었는지 세어 보신 첫 팀이에요.',
        },
      },
      {
        company: 'hanui',
        person: 'dohee',
        step: 1,
        daysAgo: 44,
        words: '단체 여행 상품 세 건을 올렸어요.',
        review: { verdict: 'PASS', comment: '첫 업무를 잘 올리셨어요.' },
      },
    ],
  },
  {
    course: 'first',
    by: 'nari',
    daysAgo: 10,
    at: '14:00',
    minutes: 120,
    place: '두레솜 교육장',
    link: null,
    openTo: [],
    people: [
      {
        company: 'hanbit',
        person: 'minji',
        attends: true,
        score: 5,
        words: '우리 팀 예시로 바로 따라 할 수 있어서 좋았어요.',
      },
      { company: 'hanbit', person: 'sungho', attends: true, score: 4 },
      { company: 'hanbit', person: 'bora' },
      {
        company: 'dalbit',
        person: 'sujin',
        attends: true,
        score: 3,
        words: '점포 직원은 PC가 없어요. 휴대폰 화면으로도 설명해 주세요.',
      },
      { company: 'dalbit', person: 'yeonwoo', attends: true, score: 5 },
    ],
    shown: [
      {
        company: 'hanbit',
        person: 'sungho',
        step: 1,
        daysAgo: 8,
        words: '품질팀 점검 일정 세 건을 올렸어요.',
        review: {
          verdict: 'PASS',
          comment: '담당자와 기한이 잘 보여요. 고생하셨어요!',
          praise: '세 업무 모두 기한과 체크리스트까지 적어 주셨어요. 다른 분들도 구경해 보세요.',
        },
      },
      {
        company: 'dalbit',
        person: 'sujin',
        step: 1,
        daysAgo: 7,
        words: '두 건만 올렸는데 괜찮을까요?',
        review: {
          verdict: 'AGAIN',
          comment: '거의 다 왔어요. 한 건만 더 올려 주세요. 매장 개점 점검표가 좋겠어요.',
        },
      },
      { company: 'dalbit', person: 'yeonwoo', step: 1, daysAgo: 2, words: '발주 업무 세 건을 올렸어요.' },
      {
        company: 'dalbit',
        person: 'sujin',
        step: 2,
        daysAgo: 1,
        words: '매장마다 전화로 묻던 것이 반으로 줄었어요. 휴대폰 알림이 조금 많아요.',
      },
    ],
    asked: [
      {
        company: 'hanbit',
        person: 'minji',
        step: 1,
        daysAgo: 6,
        title: '‘내 업무 세 가지를 올려요’에서 막혔어요',
        body: '업무를 올렸는데 기한을 넣는 칸이 휴대폰에서는 안 보여요. 어디를 눌러야 하나요?',
      },
      {
        company: 'dalbit',
        person: 'yeonwoo',
        step: 1,
        daysAgo: 3,
        title: '‘내 업무 세 가지를 올려요’에서 막혔어요',
        body: '발주 업무는 매주 되풀이되는데, 되풀이되는 업무도 한 건으로 세나요?',
      },
    ],
  },
  {
    course: 'admin',
    by: 'kyuri',
    daysAgo: -5,
    at: '10:00',
    minutes: 90,
    place: '온라인',
    link: 'https://meet.example/admin-course',
    openTo: ['hanbit', 'dalbit'],
    people: [{ company: 'hanbit', person: 'minji' }],
  },
];
