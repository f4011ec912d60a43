// Words of threads pages.
export const threadsKo = {};

export const threadsEn: typeof threadsKo = {};
