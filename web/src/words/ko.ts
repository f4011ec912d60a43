// Korean, the whole of it: a file of its own, so that only those fetch it who read it.
import { answeringKo } from './answering';
import { filesKo } from './files';
import { notificationsKo } from './notifications';
import { shellKo } from './shell';
import { signinKo } from './signin';
import { threadsKo } from './threads';
import { vocKo } from './voc';

export const ko = {
  shell: shellKo,
  signin: signinKo,
  threads: threadsKo,
  voc: vocKo,
  answering: answeringKo,
  files: filesKo,
  notifications: notificationsKo,
};
