// Words of voc pages.
export const vocKo = {};

export const vocEn: typeof vocKo = {};
