/** A moment as a field of date and time has it, in the reader's own time. */
export const localMoment = (moment: Date): string =>
  new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
