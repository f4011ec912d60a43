// Who may do what on the boards. Seeing is the board's audience; there is nothing finer.
import type { Audience, AudienceSize, BoardAccess } from './board-access.js';

/** An anonymous board of fewer names its authors. */
export const LEAST_COMPANIES = 5;
export const LEAST_PEOPLE = 30;

export type BoardRow = {
  id: string;
  name: string;
  about: string;
  rules: string;
  anonymous: boolean;
  everyone: boolean;
  tiers: string[];
  company_ids: string[];
  created_on: string;
  closed_on: string | null;
  version: number;
};

export type PostRow = {
  id: string;
  thread_id: string;
  board_id: string;
  seq: number;
  kind: 'QUESTION' | 'ANSWER' | 'COMMENT';
  parent_id: string | null;
  tag: Buffer | null;
  sealed: Buffer | null;
  key_version: number | null;
  official_name: string | null;
  company_label: string | null;
  body: string;
  created_on: string;
  edited_on: string | null;
  deleted_on: string | null;
  hidden_on: string | null;
  hidden_reason: string | null;
  helpful: number;
  version: number;
  pseudonym: number | null;
  name: string | null;
  /** Of its thread. */
  accepted_id: string | null;
  thread_hidden: boolean;
  /** Whoever asked the question of its thread. */
  asker: Buffer | null;
  /** As a help article. */
  offered: boolean;
  /** In their order. */
  pictures: { id: string; width: number; height: number }[];
};

export const audienceOf = (board: Pick<BoardRow, 'everyone' | 'tiers' | 'company_ids'>): Audience => ({
  everyone: board.everyone,
  tiers: board.tiers,
  companyIds: board.company_ids,
});

export const isLargeEnough = ({ companies, people }: AudienceSize): boolean =>
  companies >= LEAST_COMPANIES && people >= LEAST_PEOPLE;

export const canReadBoard = (access: BoardAccess, board: BoardRow): boolean =>
  access.mayRead(audienceOf(board)) && (board.closed_on === null || access.ours);

/** Answers and comments. A closed board is read by our team alone, and written on by nobody. */
export const canAnswer = (access: BoardAccess, board: BoardRow): boolean =>
  access.writes && canReadBoard(access, board) && board.closed_on === null;

/** Our team answers and comments; it asks nothing where clients ask. */
export const canAsk = (access: BoardAccess, board: BoardRow): boolean =>
  canAnswer(access, board) && !access.ours;

const stands = (post: PostRow): boolean => post.deleted_on === null;

export const canEdit = (access: BoardAccess, post: PostRow, mine: boolean): boolean =>
  mine && access.writes && stands(post) && post.hidden_on === null;

export const canDelete = (post: PostRow, mine: boolean): boolean => mine && stands(post);

export const canAccept = (access: BoardAccess, post: PostRow, askedByMe: boolean): boolean =>
  askedByMe && access.writes && post.kind === 'ANSWER' && stands(post) && post.hidden_on === null;

/** One's own words are helpful to others. */
export const canMark = (access: BoardAccess, post: PostRow, mine: boolean): boolean =>
  access.writes && !access.ours && !mine && stands(post) && post.hidden_on === null;

export const canReport = (access: BoardAccess, post: PostRow, mine: boolean): boolean =>
  access.writes && !mine && stands(post) && post.hidden_on === null;

export const canHide = (access: BoardAccess, post: PostRow): boolean =>
  access.moderates && stands(post) && post.hidden_on === null;

export const canRestore = (access: BoardAccess, post: PostRow): boolean =>
  access.moderates && post.hidden_on !== null;

export const canBan = (access: BoardAccess, post: PostRow): boolean =>
  access.moderates && post.sealed !== null;

/** As a help article: what answers a question, whoever said it. */
export const canOffer = (access: BoardAccess, post: PostRow): boolean =>
  access.moderates && post.kind === 'ANSWER' && stands(post) && post.hidden_on === null;
