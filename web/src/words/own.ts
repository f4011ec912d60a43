// Words of one's own settings: time zone, quiet hours, colour.
import type { AvatarColor } from '../gql/words';

const colorsKo: Record<AvatarColor, string> = {
  RED: '빨강',
  ORANGE: '주황',
  YELLOW: '노랑',
  GREEN: '초록',
  TEAL: '청록',
  BLUE: '파랑',
  VIOLET: '보라',
  PINK: '분홍',
};
/** All of them, in the order in which they are offered. */
export const AVATAR_COLORS = Object.keys(colorsKo) as AvatarColor[];

const colorsEn: Record<AvatarColor, string> = {
  RED: 'Red',
  ORANGE: 'Orange',
  YELLOW: 'Yellow',
  GREEN: 'Green',
  TEAL: 'Teal',
  BLUE: 'Blue',
  VIOLET: 'Violet',
  PINK: 'Pink',
};

export const ownKo = {
  color: '내 색',
  colorHint: '이름 옆 동그라미의 색이에요. 함께하는 모두에게 이렇게 보여요.',
  colors: colorsKo,
  colorOfName: '이름에 따라',
  zone: '시간대',
  zoneHint: '화면의 날짜와 시각, 방해 금지 시간이 이 시간대를 따라요.',
  zoneDefault: (zone: string) => `기본값 (${zone})`,
  zoneNone: '맞는 시간대가 없어요',
  now: (time: string) => `지금 그곳은 ${time}이에요.`,
  quiet: '방해 금지 시간',
  quietHint: '이 시간에는 알림 메일을 보내지 않고 끝난 뒤에 모아서 알려요.',
  quietOn: '매일 쉬는 시간 두기',
  from: '시작',
  to: '끝',
  nextDay: '끝나는 시각은 다음 날이에요.',
  weekends: '토요일과 일요일에는 쉬기',
  same: '시작과 끝이 같을 수 없어요.',
  missing: '시각을 적어 주세요.',
};

export const ownEn: typeof ownKo = {
  color: 'Your colour',
  colorHint: 'Of the round mark beside your name. Everybody sees it.',
  colors: colorsEn,
  colorOfName: 'From the name',
  zone: 'Time zone',
  zoneHint: 'Dates and times on the page and your quiet hours follow it.',
  zoneDefault: (zone) => `Default (${zone})`,
  zoneNone: 'No such time zone',
  now: (time) => `It is ${time} there now.`,
  quiet: 'Quiet hours',
  quietHint: 'No mail about news is sent then; you are told afterwards, all at once.',
  quietOn: 'Keep quiet hours every day',
  from: 'From',
  to: 'Until',
  nextDay: 'They end on the next day.',
  weekends: 'Keep Saturdays and Sundays quiet',
  same: 'They cannot begin and end at the same time.',
  missing: 'Enter a time.',
};
