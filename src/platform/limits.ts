// Every limit that a request or a socket meets, in one place, each with its reason. The product's own pages stay far below;
// what an operator may choose (files, sessions, trusted proxies, the factor of the rates) stands in config.ts.

/** What one GraphQL document may ask for; over HTTP and over a socket alike. */
export const DOCUMENT = {
  /** Lexical tokens, counted while parsing, so that an endless document costs next to nothing. Our longest has 240. */
  tokens: 1_000,
  /** Fields within fields, through fragments too. Our deepest is a page within a page: 8. */
  depth: 8,
  /** Renamed fields, `__typename` too: one request must not become a hundred. Our pages use a handful. */
  aliases: 15,
  /** Directives on one thing: each is looked at, and more than one of a kind means nothing. */
  directivesAtOnce: 5,
  /** All directives of an operation. */
  directives: 30,
  /** The same field in one selection: it is compared with each of its twins. */
  repeats: 10,
  /** Objects that the answer may hold at most, page sizes multiplied; our dearest page has 1,000. */
  cost: 3_000,
} as const;

/** How many rows a list without pages is taken to have when a document is priced; members, tags, files of a message. */
export const ROWS_OF_A_PLAIN_LIST = 5;

/** Lists that can have no more rows, by the type of these: words are said in two languages. */
export const ROWS_OF_SHORT_LISTS: Readonly<Record<string, number>> = { CourseText: 2 };

/** Largest page. */
export const MOST_ROWS = 100;

/** Largest body in bytes, files excepted: 20,000 characters of Hangul and their envelope. */
export const LARGEST_BODY = 100_000;

/** Objects within objects in variables: no input of ours is half as deep, and whatever walks them must not run out of stack. */
export const DEEPEST_VARIABLES = 16;

/** Largest message of GitHub, Jira or Linear in bytes: an issue with a long text. GitHub itself sends up to 25 MB, which is a push. */
export const LARGEST_HOOK = 1_000_000;

export const SOCKET = {
  /** Largest frame in bytes; a subscription has a few hundred. A larger one closes the socket with 1009. */
  largestFrame: 64 * 1_024,
  /** How long an open socket may be nobody's; then it closes with 4408. */
  initWaitMs: 3_000,
  /** Open sockets of one person in one process, each a tab or a program; one more closes with 1013 and may come back later. */
  perPerson: 20,
  /** Open sockets of one address, which may be a whole office; one more is refused before the upgrade. */
  perAddress: 500,
  /** Live subscriptions on one socket; our pages have 1. */
  subscriptions: 10,
  /** Bytes that wait for somebody who does not read; a thousand hints have a fifth. More ends the socket. */
  waitingBytes: 1_024 * 1_024,
  /** Frames in half a second; more is no page of ours. */
  framesAtOnce: 100,
  /** A socket that has not answered a ping for as long is gone. */
  pingEveryMs: 12_000,
  /** When the server ends, a socket may say goodbye for as long. */
  goodbyeMs: 1_000,
} as const;

/**
 * Requests in a minute. Counted in the memory of each process: they keep one caller from taking a process for themselves, so the
 * process that is asked is the one that must know. Failed sign-ins are counted in the database, for all processes together.
 */
export const RATES = {
  /** A person who clears an inbox by keyboard while a hundred colleagues write makes some 200 a minute. */
  operationsOfPerson: 1_200,
  /** Four commands a second, for a minute on end. */
  commandsOfPerson: 240,
  /** All strangers of one address: an office of a hundred that signs in on Monday morning. */
  operationsOfStrangers: 600,
  commandsOfStrangers: 120,
  /** Who looks at certificates looks at one, or at a pile of applications. No number of tries finds one of 2¹²⁸. */
  verificationsOfAddress: 60,
  /** Whatever comes from one address, signed in or not, files and refusals too; the app's own scripts are not counted. */
  requestsOfAddress: 6_000,
} as const;

/** The boards. Counted in the memory of each process under a salt of the day: no table says who wrote how much. */
export const BOARDS = {
  /** Questions, answers, comments and reports of one person in a day; the busiest helper of a forum writes half as many. */
  writingsADay: 60,
  /** Uploads of one person in a day, posted or not. */
  picturesADay: 60,
  /** Of one post. */
  picturesOfPost: 4,
  /** Bytes of one; a telephone's photo has 2 to 8 MB, and each lies in memory while it is drawn anew. */
  largestPicture: 12 * 1_048_576,
} as const;

/** Wrong codes of one session that one person says; kept in the database. A million codes take them four years. */
export const ATTENDANCE = { windowMinutes: 10, wrongCodes: 5 } as const;

/** Failed sign-ins, by address typed and by address of the network; kept in the database. */
export const SIGN_IN = {
  windowMinutes: 30,
  failures: 5,
  /** One address may stand for a whole office. */
  failuresOfAddress: 100,
  /** Mails with a link to one person within their life of 15 minutes. */
  links: 5,
} as const;
