// English, the whole of it; whatever Korean says and English does not, does not compile.
import { answeringEn } from './answering';
import { filesEn } from './files';
import { notificationsEn } from './notifications';
import { shellEn } from './shell';
import { signinEn } from './signin';
import { threadsEn } from './threads';
import { vocEn } from './voc';
import type { ko } from './ko';

export const en: typeof ko = {
  shell: shellEn,
  signin: signinEn,
  threads: threadsEn,
  voc: vocEn,
  answering: answeringEn,
  files: filesEn,
  notifications: notificationsEn,
};
