// Words for following a thread on a board with names.
import { type Locale, useLocale } from './words';

const ko = {
  follow: '새 글 알림 받기',
  following: '알림 받는 중',
  followed: '이 글에 새 글이 달리면 알려 드릴게요.',
  unfollowed: '이제 이 글의 알림을 보내지 않아요.',
};

const en: typeof ko = {
  follow: 'Notify me',
  following: 'Following',
  followed: 'You will hear of whatever is written here.',
  unfollowed: 'You will hear of this no more.',
};

const words: Record<Locale, typeof ko> = { ko, en };

export const useFollowingWords = () => words[useLocale()];
