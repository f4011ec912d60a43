// Demonstration content: what planning made of the needs, why, and in which words those who asked were told.
import type { PlanningKind, PlanningState, Wording } from '../voc/index.js';

type DemoDecision = { daysAgo: number; at: string; state: PlanningState; reason: string; release?: string };

type DemoPlan = {
  title: string;
  /** The title of the need that it answers. */
  need: string;
  kind: PlanningKind;
  /** Why it is looked at. */
  reason: string;
  daysAgo: number;
  words: Wording | null;
  /** On the roadmap. */
  open: boolean;
  links: string[];
  decisions: DemoDecision[];
};

export const demoPlans: DemoPlan[] = [
  {
    title: '모바일 결재: 반려 버튼 옮기고 한 번 더 묻기',
    need: '휴대폰에서 결재할 때 실수하기 쉬움',
    kind: 'QUICK_FIX',
    reason: '휴가를 잘못 반려한 일이 두 번 있었어요. 버튼 자리만 바꿔도 줄어들 거예요.',
    daysAgo: 44,
    words: {
      titleKo: '휴대폰에서 잘못 반려하는 일이 줄어요',
      titleEn: 'No more rejecting by accident on the phone',
      bodyKo: '반려 버튼을 옮기고, 누르면 한 번 더 물어봐요. 앱을 4.11로 올리시면 돼요.',
      bodyEn: 'The Reject button has moved and asks once more. You have it from app version 4.11.',
    },
    open: true,
    links: ['https://github.com/example/product/pull/1184'],
    decisions: [
      { daysAgo: 37, at: '10:20', state: 'PLANNED', reason: '이틀이면 되는 일이라 다음 배포에 넣어요.' },
      { daysAgo: 9, at: '15:10', state: 'SHIPPED', reason: '4.11 배포에 들어갔어요.', release: '4.11' },
    ],
  },
  {
    title: '읽음 숫자를 서버에서 다시 세기',
    need: '읽은 뒤에도 남는 알림 숫자',
    kind: 'QUICK_FIX',
    reason: '고객사 여러 곳이 같은 말을 했고 원인을 찾았어요.',
    daysAgo: 23,
    words: {
      titleKo: '읽은 알림의 숫자가 바로 사라져요',
      titleEn: 'The little number goes away once you have read',
      bodyKo: '다른 기기에서 읽어도 앱 숫자가 맞도록 고쳤어요. 앱을 다시 열면 적용돼요.',
      bodyEn: 'The number is right even when you read on another device. Reopen the app and it is there.',
    },
    open: false,
    links: ['https://github.com/example/product/issues/1207'],
    decisions: [
      { daysAgo: 16, at: '11:05', state: 'IN_PROGRESS', reason: '원인은 기기마다 따로 세는 것이었어요.' },
      { daysAgo: 0, at: '10:40', state: 'SHIPPED', reason: '오늘 아침 배포를 확인했어요.', release: '4.12' },
    ],
  },
  {
    title: '결재 대결자 지정 (기간, 감사 기록 포함)',
    need: '자리를 비울 때 결재를 대신할 사람 지정',
    kind: 'LONG_TERM',
    reason: '임원실, 선박, 회계 감사까지 이유가 모두 달라요. 제대로 만들 일이에요.',
    daysAgo: 31,
    words: {
      titleKo: '자리를 비울 때 결재를 맡길 사람 정하기',
      titleEn: 'Somebody to approve while you are away',
      bodyKo: '기간을 정해 맡기고, 누가 대신 결재했는지 기록에 남기는 기능을 만들고 있어요.',
      bodyEn: 'You will hand approvals on for a time, and the trail will say who approved on whose behalf.',
    },
    open: true,
    links: ['https://example.atlassian.net/browse/APPR-88'],
    decisions: [
      { daysAgo: 24, at: '14:30', state: 'PLANNED', reason: '다음 분기의 첫 일로 정했어요.' },
      { daysAgo: 4, at: '09:50', state: 'IN_PROGRESS', reason: '설계를 마치고 만들기 시작했어요.' },
    ],
  },
  {
    title: 'Outlook 양방향 동기화',
    need: 'Outlook 캘린더와 일정 동기화',
    kind: 'LONG_TERM',
    reason: '좌석 수로 보면 가장 큰 요구예요.',
    daysAgo: 18,
    words: {
      titleKo: 'Outlook과 일정 맞추기',
      titleEn: 'Calendars that keep up with Outlook',
      bodyKo: '양쪽 어디에서 고쳐도 같아지는 동기화를 준비하고 있어요.',
      bodyEn: 'We are preparing a sync that goes both ways.',
    },
    open: true,
    links: ['https://linear.app/example/issue/CAL-41'],
    decisions: [
      { daysAgo: 10, at: '16:00', state: 'PLANNED', reason: '결재 대결이 끝나면 같은 팀이 이어서 해요.' },
    ],
  },
  {
    title: '안드로이드 푸시 수신 경로 점검',
    need: '안드로이드에 알림이 오지 않음',
    kind: 'QUICK_FIX',
    reason: '이번 달에 가장 빠르게 늘어난 요구예요.',
    daysAgo: 6,
    words: null,
    open: false,
    links: [],
    decisions: [],
  },
  {
    title: '알림마다 색 고르기',
    need: '중요한 알림을 구분하기',
    kind: 'QUICK_FIX',
    reason: '급한 알림이 묻힌다는 말이 이어져서 살펴봐요.',
    daysAgo: 20,
    words: {
      titleKo: '알림 색은 바꾸지 않기로 했어요',
      titleEn: 'Notifications will not get colours of their own',
      bodyKo:
        '색만으로는 구분하기 어려운 분들이 계셔서 하지 않기로 했어요. 급한 알림은 “메일도 함께 받기”로 두시면 놓치지 않아요.',
      bodyEn:
        'Not everybody can tell colours apart, so we decided against it. For what is urgent, “also by mail” makes sure you see it.',
    },
    open: false,
    links: [],
    decisions: [
      {
        daysAgo: 3,
        at: '13:20',
        state: 'DECLINED',
        reason: '색만으로 뜻을 전하면 접근성 기준에 어긋나요. 소리 구분은 따로 살펴봐요.',
      },
    ],
  },
];
