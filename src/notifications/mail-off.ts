// The word in a mail that ends such mails: it names the person, is signed, and can do nothing else.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { invalid } from '../platform/errors.js';

const sign = (key: string, person: Buffer): Buffer =>
  createHmac('sha256', key).update('mail-off').update(person).digest().subarray(0, 16);

export function mailOffToken(key: string, personId: string): string {
  const person = Buffer.from(personId.replaceAll('-', ''), 'hex');
  return Buffer.concat([person, sign(key, person)]).toString('base64url');
}

/** The person's id. Throws INVALID for a token that we did not write. */
export function personOfToken(key: string, token: string): string {
  const bytes = Buffer.from(token, 'base64url');
  const person = bytes.subarray(0, 16);
  if (bytes.length !== 32 || !timingSafeEqual(bytes.subarray(16), sign(key, person)))
    throw invalid('MAIL_OFF', 'This link is not complete; copy all of it from the mail.', 'token');
  return person.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
