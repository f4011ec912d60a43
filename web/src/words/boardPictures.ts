// Words of pictures on boards.
import { type Locale, useLocale } from './words';

const refusedKo: Record<string, string> = {
  NO_PICTURE: '이미지만 올릴 수 있어요: PNG, JPEG, WebP, GIF.',
  TOO_LARGE: '이미지 하나는 12 MB까지 올릴 수 있어요.',
  WROTE_ENOUGH: '오늘 올릴 수 있는 이미지를 다 올렸어요. 내일 다시 올려 주세요.',
  BUSY: '지금 올리는 사람이 많아요. 잠시 뒤에 다시 올려 주세요.',
  BANNED: '이 게시판에는 글을 쓸 수 없어요.',
  BOARD_RESTS: '지금은 이 게시판에 글을 쓸 수 없어요.',
};
const refusedEn: Record<string, string> = {
  NO_PICTURE: 'Only pictures can be posted here: PNG, JPEG, WebP, GIF.',
  TOO_LARGE: 'A picture may have at most 12 MB.',
  WROTE_ENOUGH: 'You have added as many pictures as one may in a day. Go on tomorrow.',
  BUSY: 'Many are adding pictures just now. Try again in a moment.',
  BANNED: 'You cannot write on this board.',
  BOARD_RESTS: 'Nobody can write on this board at the moment.',
};

const ko = {
  add: '이미지 넣기',
  added: '넣은 이미지',
  one: (at: number) => `이미지 ${at}`,
  remove: (at: number) => `이미지 ${at} 빼기`,
  sending: '이미지를 올리는 중이에요.',
  most: (count: number) => `이미지는 ${count}장까지 넣을 수 있어요.`,
  care: '파일 이름과 찍은 곳·기기 정보는 지우고 올려요. 이미지 속에 보이는 이름은 찾지 못하니 직접 가려 주세요.',
  refused: refusedKo,
};

const en: typeof ko = {
  add: 'Add picture',
  added: 'Pictures',
  one: (at) => `Picture ${at}`,
  remove: (at) => `Remove picture ${at}`,
  sending: 'The picture is on its way.',
  most: (count) => `At most ${count} pictures.`,
  care: 'The file name, and where and with what it was taken, are taken out. Names that show in a picture are not found: cover them yourself.',
  refused: refusedEn,
};

const words: Record<Locale, typeof ko> = { ko, en };

export const usePictureWords = () => words[useLocale()];
