// The five categories of a VOC item: exhaustive, exactly one each, in the order in which tables show them.

export const CATEGORIES = ['USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT'] as const;

export type Category = (typeof CATEGORIES)[number];

/** Whether a string from outside (a file, a request, a stored model) names one of the five. */
export function isCategory(value: unknown): value is Category {
  return typeof value === 'string' && (CATEGORIES as readonly string[]).includes(value);
}
