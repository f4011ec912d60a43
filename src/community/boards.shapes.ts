// Rows of the boards to objects, as one access sees them.
import { globalId } from '../platform/graphql/index.js';
import type { BoardAccess } from './board-access.js';
import type { BoardAuthor, BoardPicture, BoardPost, BoardThread, BoardType } from './boards.graphql.js';
import type { BoardDecision, BoardReportLine, OfferedBoardAnswer } from './moderating.graphql.js';
import {
  type BoardRow,
  type PostRow,
  audienceOf,
  canAccept,
  canAnswer,
  canAsk,
  canBan,
  canDelete,
  canEdit,
  canHide,
  canMark,
  canOffer,
  canReport,
  canRestore,
} from './boards.policy.js';
import type { DecisionRow, OfferRow, ReportRow, ThreadRow } from './boards.reads.js';
import { askedByMe, isMine } from './mine.js';
import { pseudonymOf } from './pseudonyms.js';

export const BOARD = 'board';
export const THREAD = 'boardthread';
export const POST = 'boardpost';
export const DECISION = 'boarddecision';

export function boardShape(access: BoardAccess, row: BoardRow & { newest?: string | null }): BoardType {
  const { everyone, tiers, companyIds } = audienceOf(row);
  return {
    id: globalId(BOARD, row.id),
    name: row.name,
    about: row.about,
    rules: row.rules,
    anonymous: row.anonymous,
    audience: access.ours
      ? { everyone, tiers, companyIds: companyIds.map((id) => globalId('company', id)) }
      : null,
    newestOn: row.newest ?? null,
    closedOn: row.closed_on,
    companyLabel: access.label,
    version: row.version,
    abilities: {
      ask: canAsk(access, row),
      answer: canAnswer(access, row),
      moderate: access.moderates,
      arrange: access.arranges,
    },
  };
}

type Written = {
  pseudonym: number | null;
  name: string | null;
  company_label: string | null;
  official_name?: string | null;
};

function authorOf(row: Written, asker: boolean): BoardAuthor {
  const official = row.official_name ?? null;
  const own = official ?? row.name;
  const { ko, en } = own === null ? pseudonymOf(row.pseudonym ?? 0) : { ko: own, en: own };
  return {
    number: official === null ? (row.pseudonym ?? 0) : null,
    ko,
    en,
    official: official !== null,
    asker,
    companyLabel: row.company_label,
  };
}

export function threadShape(access: BoardAccess, row: ThreadRow): BoardThread {
  const mine = isMine(access, { tag: row.asker, thread_id: row.id });
  const shown = !row.hidden || mine || access.moderates;
  return {
    id: globalId(THREAD, row.id),
    boardId: globalId(BOARD, row.board_id),
    uuid: row.id,
    boardUuid: row.board_id,
    title: (shown && row.title) || null,
    excerpt: shown ? row.excerpt : '',
    tags: shown ? row.tags : [],
    author: authorOf(row, true),
    mine,
    createdOn: row.created_on,
    answers: row.answers,
    helpful: row.helpful,
    lastSeq: row.last_seq,
    official: row.official,
    accepted: row.accepted_id !== null,
    hidden: row.hidden,
  };
}

export const pictureShape = ({ id, width, height }: PostRow['pictures'][number]): BoardPicture => ({
  id,
  width,
  height,
  url: `/boards/pictures/${id}`,
  thumbnailUrl: `/boards/pictures/${id}/thumbnail`,
});

export function postShape(access: BoardAccess, row: PostRow): BoardPost {
  const { asker } = row;
  const mine = isMine(access, row);
  const shown = row.hidden_on === null || mine || access.moderates;
  return {
    id: globalId(POST, row.id),
    uuid: row.id,
    threadId: globalId(THREAD, row.thread_id),
    seq: row.seq,
    kind: row.kind,
    parentId: row.parent_id ? globalId(POST, row.parent_id) : null,
    author: authorOf(row, row.tag !== null && asker !== null && row.tag.equals(asker)),
    mine,
    body: shown ? row.body : '',
    pictures: shown ? row.pictures.map(pictureShape) : [],
    createdOn: row.created_on,
    editedOn: row.edited_on,
    deletedOn: row.deleted_on,
    hiddenOn: row.hidden_on,
    hiddenReason: row.hidden_reason,
    accepted: row.accepted_id === row.id,
    helpful: row.helpful,
    offered: access.ours ? row.offered : null,
    version: row.version,
    abilities: {
      edit: canEdit(access, row, mine),
      delete: canDelete(row, mine),
      accept: canAccept(access, row, askedByMe(access, row)),
      mark: canMark(access, row, mine),
      report: canReport(access, row, mine),
      hide: canHide(access, row),
      restore: canRestore(access, row),
      ban: canBan(access, row),
      offer: canOffer(access, row),
    },
  };
}

export const reportShape = (row: ReportRow): BoardReportLine => ({
  id: globalId('boardreport', row.id),
  reason: row.reason,
  words: row.words,
  reportedOn: row.reported_on,
});

export const decisionShape = (row: DecisionRow): BoardDecision => ({
  id: globalId(DECISION, row.id),
  kind: row.kind,
  reason: row.reason,
  moderatorName: row.moderator_name,
  decidedOn: row.decided_on,
  postId: row.post_id ? globalId(POST, row.post_id) : null,
  liftable: row.kind === 'BANNED' && !row.lifted,
});

export const offerShape = (access: BoardAccess, row: OfferRow): OfferedBoardAnswer => ({
  post: postShape(access, row),
  boardId: globalId(BOARD, row.board_id),
  boardName: row.board_name,
  title: row.title || null,
  question: row.question,
  tags: row.tags,
  offeredOn: row.offered_on,
  offeredBy: row.offered_by,
});
