// What a field must hold before it is sent; the server checks again.
import type { Words } from '../words/words';

const EMAIL = /^[^\s@<>,;"]+@[^\s@<>,;".]+(\.[^\s@<>,;".]+)+$/;

export const looksLikeEmail = (text: string): boolean => EMAIL.test(text.trim());

/** The server counts characters, not UTF-16 units. */
const length = (text: string): number => [...text].length;

export const SHORTEST_PASSWORD = 10;

export const checkEmail = (words: Words) => (value: string) =>
  looksLikeEmail(value) ? null : words.signin.emailWrong;

export const checkNewPassword = (words: Words) => (value: string) => {
  if (length(value) < SHORTEST_PASSWORD)
    return words.signin.newPassword.short(SHORTEST_PASSWORD - length(value));
  return length(value) > 256 ? words.signin.newPassword.long : null;
};

export const checkName = (words: Words) => (value: string) => {
  if (!value.trim()) return words.signin.invitation.nameMissing;
  return length(value.trim()) > 80 ? words.signin.invitation.nameLong : null;
};
