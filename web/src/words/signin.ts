// Words of signin pages.
export const signinKo = {};

export const signinEn: typeof signinKo = {};
