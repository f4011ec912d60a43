// Patterns for LIKE in which the signs % _ \ mean themselves.

/** Finds the text anywhere. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
