// The door of threads: the hotline itself.
export { DeskService } from './desk.service.js';
export { type ImportedThread, bringThreads } from './imported-threads.js';
export { Message } from './message.entity.js';
export { Note } from './note.entity.js';
export { CHANNELS, type Channel, Thread, firstLineOf } from './thread.entity.js';
export { messageEdited, messagePosted, threadOpened, threadsImported } from './threads.events.js';
export { ChannelEnum, ThreadType } from './threads.graphql.js';
export { THREADS_RESOLVERS, ThreadsModule } from './threads.module.js';
export { visibleThreads } from './threads.policy.js';
export { PRIORITIES, type Priority, ThreadsReads } from './threads.reads.js';
export { ThreadsService } from './threads.service.js';
export { loadThread } from './threads.shapes.js';
