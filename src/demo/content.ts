// Demonstration content, one door to it: who is who (people), what was said at length (threads) in passing (short), in common (needs), what was taught (trainings).

export { demoNeeds } from './needs.js';
export { demoPlans } from './plans.js';
export { demoShort } from './short.js';
export { demoThreads } from './threads.js';
export { demoCourses, demoSessions } from './trainings.js';
export * from './people.js';
