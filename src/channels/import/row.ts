// One row of a history file under a mapping: what it becomes, or everything that is wrong with it. Pure.
import { createHash } from 'node:crypto';
import { tidyEmail, tidyName } from '../../platform/graphql/index.js';
import { languageOf } from '../../platform/hangul.js';
import { CHANNELS, type Channel } from '../../threads/index.js';
import { type Field, type Mapping, REQUIRED, categoryOf, channelWordOf } from './fields.js';
import type { FileRow } from './csv-file.js';
import type { ReadMoment } from './moments.js';
import { type Problem, type Reason, shownValue } from './problems.js';

export type ImportRow = {
  line: number;
  externalId: string;
  /** `domain` decides where the file names it; otherwise the name does, and then the domain of the address. */
  company: { name: string; domain: string | null; domainGiven: boolean; employees: number };
  contact: { name: string; email: string; locale: 'ko' | 'en' };
  channel: Channel;
  at: Date;
  title: string | null;
  body: string;
  /** As a person decided; null: the model proposes one. */
  category: string | null;
  /** Of what the row says: one that comes again with another hash has changed since. */
  hash: string;
};

export type Reading = {
  /** Heads of the file. */
  columns: readonly string[];
  mapping: Mapping;
  readMoment: ReadMoment;
  now: Date;
};

/** What each mapped field would become; empty where nothing is said. */
export type ReadRow = { row: ImportRow | null; problems: Problem[]; shown: Partial<Record<Field, string>> };

const MOST_BODY = 20_000;
const MOST_ID = 200;
const MOST_TITLE = 140;
const CATEGORIES = ['USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT'];
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;
const EMAIL = /^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,190}\.[^\s@<>,;]{2,63}$/;

/** Addresses there say nothing about the company somebody works for. */
const EVERYBODYS =
  /^(gmail|googlemail|naver|daum|hanmail|kakao|nate|outlook|hotmail|live|msn|yahoo|icloud|me|proton|protonmail|gmx|aol)\.(com|net|co\.kr|me|de|co\.uk|co\.jp)$/;

export function readRow({ cells, line }: FileRow, { columns, mapping, readMoment, now }: Reading): ReadRow {
  const problems: Problem[] = [];
  const shown: ReadRow['shown'] = {};
  if (cells.length !== columns.length) {
    const detail = String(columns.length);
    return {
      row: null,
      shown,
      problems: [{ line, field: null, column: '', value: String(cells.length), reason: 'CELLS', detail }],
    };
  }
  const cell = (field: Field): string => {
    const origin = mapping[field];
    if (!origin) return '';
    return ('column' in origin ? (cells[origin.column] ?? '') : origin.constant).trim();
  };
  const wrong = (field: Field, reason: Reason, detail = ''): null => {
    const origin = mapping[field];
    const column = origin && 'column' in origin ? (columns[origin.column] ?? '') : '';
    problems.push({ line, field, column, value: shownValue(cell(field)), reason, detail });
    return null;
  };
  /** The cell read by `read`; a cell that must not be empty, cannot be kept or makes no sense is a problem. */
  const value = <Value>(
    field: Field,
    read: (text: string) => Value | null,
    say: (value: Value) => string = String,
  ): Value | null => {
    const text = cell(field);
    shown[field] = shownValue(text);
    if (text === '') return REQUIRED.includes(field) ? wrong(field, 'EMPTY') : null;
    if (text.includes('\u0000') || !text.isWellFormed()) return wrong(field, 'CHARACTERS');
    const found = read(text);
    if (found !== null) shown[field] = say(found);
    return found;
  };
  const words = (field: Field, most: number) => (text: string) =>
    text.length > most ? wrong(field, 'LONG', String(most)) : text.normalize('NFC');
  const named = (field: Field, most: number) => (text: string) =>
    tidyName(text).slice(0, most) || wrong(field, 'EMPTY');

  const name = value('COMPANY', named('COMPANY', 120));
  const email = value('CONTACT_EMAIL', (text) => {
    const tidied = tidyEmail(text);
    return EMAIL.test(tidied) ? tidied : wrong('CONTACT_EMAIL', 'EMAIL');
  });
  const given = value('COMPANY_DOMAIN', (text) => {
    const domain = text.toLowerCase();
    return DOMAIN.test(domain) ? domain : wrong('COMPANY_DOMAIN', 'DOMAIN');
  });
  const employees = value('COMPANY_EMPLOYEES', (text) => {
    const count = Number(text.replace(/,(?=\d{3})/g, '').replace(/\s*명$/, ''));
    return Number.isInteger(count) && count >= 0 && count <= 10_000_000
      ? count
      : wrong('COMPANY_EMPLOYEES', 'EMPLOYEES');
  });
  const contact = value('CONTACT_NAME', named('CONTACT_NAME', 80));
  const channel = value('CHANNEL', (text) => {
    const word = CHANNELS.find((each) => each === text.toUpperCase() || each === channelWordOf(text));
    return word ?? wrong('CHANNEL', 'CHANNEL', CHANNELS.join(', '));
  });
  const at = value(
    'DATE',
    (text) => {
      const moment = readMoment(text, cell('TIME'));
      if (!moment) return wrong('DATE', 'DATE');
      return moment > now ? wrong('DATE', 'FUTURE') : moment;
    },
    (moment) => moment.toISOString(),
  );
  const title = value('TITLE', (text) => tidyName(text).slice(0, MOST_TITLE));
  const body = value('TEXT', words('TEXT', MOST_BODY), shownValue);
  const category = value(
    'CATEGORY',
    (text) => categoryOf(text) ?? wrong('CATEGORY', 'CATEGORY', CATEGORIES.join(', ')),
  );
  const externalId = value('EXTERNAL_ID', words('EXTERNAL_ID', MOST_ID));
  const language = value('LANGUAGE', (text) =>
    /^(ko|en)/i.test(text) ? text.slice(0, 2).toLowerCase() : wrong('LANGUAGE', 'LANGUAGE'),
  );
  if (mapping.EXTERNAL_ID && externalId === null && !problems.some(({ field }) => field === 'EXTERNAL_ID'))
    wrong('EXTERNAL_ID', 'EMPTY');
  if (problems.length > 0 || !name || !email || !channel || !at || !body)
    return { row: null, problems, shown };

  const host = email.slice(email.indexOf('@') + 1);
  const domain = given ?? (EVERYBODYS.test(host) || !DOMAIN.test(host) ? null : host);
  const said = { domain, email, channel, at: at.toISOString(), body, ...(title ? { title } : {}) };
  // Without a number of its own, a row is what it says.
  const id = externalId ?? `row:${digest({ name, ...said })}`;
  return {
    problems,
    shown,
    row: {
      line,
      externalId: id,
      company: { name, domain, domainGiven: given !== null, employees: employees ?? 0 },
      contact: {
        name: contact ?? email.slice(0, email.indexOf('@')),
        email,
        locale: language === 'ko' || language === 'en' ? language : languageOf(body),
      },
      channel,
      at,
      title: title || null,
      body,
      category,
      hash: digest({ externalId: id, ...said }),
    },
  };
}

const digest = (content: object): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');
