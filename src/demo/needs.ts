// Demonstration content: what several of the story's inquiries have in common.

type DemoNeed = {
  title: string;
  description: string | null;
  area: string;
  /** Who grouped them. */
  by: string;
  /** Words of inquiries that say it; each is found by a part of what was said. */
  said: string[];
};

export const demoNeeds: DemoNeed[] = [
  {
    title: 'Outlook 캘린더와 일정 동기화',
    description: '거래처와 협력사가 Outlook만 써서 일정을 두 번 적고 있어요. 양방향을 바라는 말이 많아요.',
    area: 'calendar',
    by: 'wonjae',
    said: ['outlook'],
  },
  {
    title: '자리를 비울 때 결재를 대신할 사람 지정',
    description: '휴가나 출장 중에 결재가 멈춰요. 기간을 정해 대결자에게 맡기고 싶어 해요.',
    area: 'approval',
    by: 'wonjae',
    said: ['대결', '결재 위임', '전결 위임', 'delegation with a start', 'when the boss is on holiday'],
  },
  {
    title: '안드로이드에 알림이 오지 않음',
    description: null,
    area: 'notification',
    by: 'doyun',
    said: [
      '아무것도 안 떠요',
      '안드로이드 쓰는 분들께만',
      '안드로이드 폰 알림 먹통',
      'got zero pushes',
      '회사 전체 안드로이드요',
      '수정판 깔았는데',
      'never asked for notification permission',
      'arrive, hours late',
    ],
  },
  {
    title: '중요한 알림을 구분하기',
    description: '결재나 불량 같은 급한 알림이 다른 알림에 묻혀요.',
    area: 'notification',
    by: 'doyun',
    said: ['같은 소리입니다', '일반 알림이랑 섞여서', '"새 글이 있습니다"로만'],
  },
  {
    title: '읽은 뒤에도 남는 알림 숫자',
    description: null,
    area: 'mobile',
    by: 'eunbi',
    said: ['little number on the app icon', '뱃지가 안 없어져요', '읽음 숫자가 안 줄어요'],
  },
  {
    title: '휴대폰에서 결재할 때 실수하기 쉬움',
    description: null,
    area: 'approval',
    by: 'eunbi',
    said: ['button sits exactly', '모바일에서 결재하면 의견이'],
  },
];
