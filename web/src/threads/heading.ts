// What a thread is called on the page: a first line that was cut says so.

/** The server keeps this much of a first line. */
const CUT_AT = 140;

export const headingOf = (heading: string, otherwise: string): string => {
  if (heading === '') return otherwise;
  return [...heading].length === CUT_AT ? `${heading}…` : heading;
};
