// Demonstration content, one door to it: who is who (people), what was said at length (threads) and in passing (short).

export { demoShort } from './short.js';
export { demoThreads } from './threads.js';
export * from './people.js';
