// What somebody does with a thread at this moment.

export const DOINGS = ['VIEWING', 'WRITING', 'NOTING', 'AWAY'] as const;
export type Doing = (typeof DOINGS)[number];
