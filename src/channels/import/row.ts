// One line of a history file: what it must hold, and what is said when it does not. Pure.
import { createHash } from 'node:crypto';
import { tidyEmail, tidyName } from '../../platform/graphql/index.js';
import { languageOf } from '../../platform/hangul.js';
import { CHANNELS, type Channel } from '../../threads/index.js';

export const COLUMNS = [
  'external_id',
  'company',
  'company_domain',
  'company_employees',
  'contact_name',
  'contact_email',
  'channel',
  'occurred_at',
  'body',
] as const;

export type RawRow = Partial<Record<string, string>>;

export type ImportRow = {
  line: number;
  externalId: string;
  company: { name: string; domain: string; employees: number };
  contact: { name: string; email: string; locale: 'ko' | 'en' };
  channel: Channel;
  at: Date;
  body: string;
  /** Of everything above: a row that comes again with another hash has changed since. */
  hash: string;
};

const MOST_BODY = 20_000;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;
const EMAIL = /^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,190}\.[^\s@<>,;]{2,63}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A row, or the sentence that says what is wrong with it. */
export function readRow(raw: RawRow, line: number, now: Date): ImportRow | string {
  const cell = (name: (typeof COLUMNS)[number]): string => (raw[name] ?? '').trim();
  for (const name of COLUMNS) {
    if (cell(name) === '') return `${name} is empty`;
    if (cell(name).includes('\u0000') || !cell(name).isWellFormed())
      return `${name} holds characters that cannot be stored`;
  }
  const externalId = cell('external_id');
  if (externalId.length > 200) return 'external_id is longer than 200 characters';
  const domain = cell('company_domain').toLowerCase();
  if (!DOMAIN.test(domain)) return `company_domain '${domain.slice(0, 60)}' is no domain`;
  const employees = Number(cell('company_employees'));
  if (!Number.isInteger(employees) || employees < 0 || employees > 10_000_000) {
    return `company_employees '${cell('company_employees').slice(0, 20)}' is no whole number from 0 to 10000000`;
  }
  const email = tidyEmail(cell('contact_email'));
  if (!EMAIL.test(email)) return `contact_email '${email.slice(0, 60)}' is no e-mail address`;
  const channel = CHANNELS.find((each) => each === cell('channel').toUpperCase());
  if (!channel) return `channel '${cell('channel').slice(0, 20)}' is none of ${CHANNELS.join(', ')}`;
  const when = cell('occurred_at');
  const at = new Date(when);
  if (!MOMENT.test(when) || Number.isNaN(at.getTime()))
    return `occurred_at '${when.slice(0, 40)}' is no moment like 2026-06-28T17:09:51Z`;
  if (at > now) return `occurred_at '${when}' lies in the future`;
  const body = cell('body').normalize('NFC');
  if (body.length > MOST_BODY) return `body is longer than ${MOST_BODY} characters`;
  const name = tidyName(cell('company')).slice(0, 120);
  const contact = tidyName(cell('contact_name')).slice(0, 80);
  if (name === '' || contact === '') return 'company and contact_name need visible characters';
  const language = raw.language?.trim();
  const content = { externalId, domain, email, channel, at: at.toISOString(), body };
  return {
    line,
    externalId,
    company: { name, domain, employees },
    contact: {
      name: contact,
      email,
      locale: language === 'ko' || language === 'en' ? language : languageOf(body),
    },
    channel,
    at,
    body,
    hash: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
  };
}
