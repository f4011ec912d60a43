// The ways in: with a password, with a link by mail, or with a new password.
export type Way = 'password' | 'link' | 'forgotten';
