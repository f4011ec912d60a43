// Words of people pages.
export const peopleKo = {};

export const peopleEn: typeof peopleKo = {};
