// The door of threads: the hotline itself.
export { serveAttachments } from './attachments.http.js';
export { WordsOrFiles } from './attachments.graphql.js';
export { DeskService } from './desk.service.js';
export { MessageType } from './entries.graphql.js';
export { once } from './idempotency.js';
export { bringThreads, takeBackThreads, workedOnThreads } from './imported-threads.js';
export { Message } from './message.entity.js';
export { Note } from './note.entity.js';
export { LONGEST_BODY, Said } from './said.graphql.js';
export { CHANNELS, type Channel, Thread } from './thread.entity.js';
export {
  type KeptThread,
  takingBackAsked,
  threadOpened,
  threadsImported,
  threadsMoved,
  threadsTakenBack,
} from './threads.events.js';
export { ChannelEnum, ThreadPayload, ThreadType } from './threads.graphql.js';
export { THREADS_RESOLVERS, ThreadsModule } from './threads.module.js';
export { visibleThreads } from './threads.policy.js';
export { ThreadsReads } from './threads.reads.js';
export { type NewThread, ThreadsService } from './threads.service.js';
export { loadThread, threadShape, uploadIds } from './threads.shapes.js';
