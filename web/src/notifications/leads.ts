// Whether a notification still leads anywhere.
import type { NotificationItem } from './notifications.gql';

/** Whoever was taken out of a training sees it no more, and is told all the same. */
const isOfTraining = ({ kind }: NotificationItem): boolean =>
  kind.startsWith('TRAINING_') || kind.startsWith('MISSION_') || kind === 'CERTIFICATE_GIVEN';

export const leadsSomewhere = (item: NotificationItem): boolean =>
  item.thread !== null || item.boardThread !== null || item.report !== null || isOfTraining(item);
