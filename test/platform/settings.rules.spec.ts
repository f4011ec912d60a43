// Settings, ids, cursors, names and texts: what is read, what is refused and how it is said.
import { parse } from 'graphql';
import { ConfigError, listensOnLoopback, readConfig } from '../../src/platform/config.js';
import { containing } from '../../src/platform/database/like.js';
import { newId } from '../../src/platform/database/ids.js';
import { Refusal } from '../../src/platform/errors.js';
import { checkStrings } from '../../src/platform/graphql/clean-input.js';
import { Cursors } from '../../src/platform/graphql/cursor.js';
import { globalId, localId, localIdOrNull, splitGlobalId } from '../../src/platform/graphql/global-id.js';
import { tidy, tidyEmail, tidyName } from '../../src/platform/graphql/text.js';
import { fold, languageOf, searchKey, searchTerm } from '../../src/platform/hangul.js';

const problems = (env: NodeJS.ProcessEnv): string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).problems;
  }
};
const refusal = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return error as Refusal;
  }
  throw new Error('Not refused.');
};

describe('settings', () => {
  it('that hold a password are named without it', () => {
    const said = problems({
      DATABASE_URL: 'mysql://somebody:geheim-4711@x/y',
      SMTP_URL: 'http://somebody:geheim-4712@x',
    }).join();
    for (const name of ['DATABASE_URL', 'SMTP_URL']) expect(said).toContain(name);
    expect(said).not.toContain('geheim');
  });

  it.each([
    ['', []],
    ['2', 2],
    ['10.0.0.1', ['10.0.0.1']],
    ['10.0.0.0/8, ::1, fd00::/8', ['10.0.0.0/8', '::1', 'fd00::/8']],
  ])('TRUST_PROXY of %j is read', (text, trusted) => {
    expect(readConfig({ TRUST_PROXY: text }).trustProxy).toEqual(trusted);
  });

  it.each([
    '0',
    '10',
    'true',
    'all',
    '10.0.0.0/33',
    '10.0.0',
    '::1/129',
    '1.2.3.4,',
    'proxy.example',
    '1.2.3.4/a',
  ])('TRUST_PROXY of %j is refused by name', (text) => {
    expect(problems({ TRUST_PROXY: text })).toEqual([expect.stringContaining('TRUST_PROXY')]);
  });

  it('need nothing: without any, the product runs for this machine in Seoul', () => {
    expect(readConfig({})).toMatchObject({
      databaseUrl: null,
      host: '127.0.0.1',
      port: 4400,
      publicUrl: 'http://127.0.0.1:4400',
      smtpUrl: null,
      zone: 'Asia/Seoul',
      spaceFromEmployees: 50,
      sessionDays: 30,
      fileLimitMb: 25,
      fileQuotaMb: 2048,
      worker: 'inside',
      development: false,
    });
    expect(problems({ PORT: ' ', ZONE: '', DATABASE_URL: '  ' })).toEqual([]);
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '44.5'],
    ['ZONE', 'Mars/Base'],
    ['DATABASE_URL', 'mysql://host/db'],
    ['DATABASE_URL', 'localhost'],
    ['PUBLIC_URL', 'hotline.example'],
    ['PUBLIC_URL', 'ftp://hotline.example'],
    ['SMTP_URL', 'http://mail.example'],
    ['REDIS_URL', 'http://redis.example'],
    ['LLM_URL', 'http://far.example/v1'],
    ['LLM_URL', 'ftp://far.example'],
    ['SPACE_FROM_EMPLOYEES', '-1'],
    ['SESSION_DAYS', '0'],
    ['SESSION_DAYS', '366'],
    ['FILE_LIMIT_MB', '201'],
    ['FILE_QUOTA_MB', '0'],
    ['WORKER', 'both'],
    ['LOG_LEVEL', 'loud'],
  ])('names %s when it is %j', (name, value) => {
    const found = problems({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} must be `));
  });

  it('names all wrong ones at once', () => {
    const env = {
      PORT: 'x',
      ZONE: 'x',
      DATABASE_URL: 'x',
      PUBLIC_URL: 'x',
      SMTP_URL: 'x',
      REDIS_URL: 'x',
      SPACE_FROM_EMPLOYEES: 'x',
      SESSION_DAYS: 'x',
      WORKER: 'x',
      LOG_LEVEL: 'x',
    };
    const named = problems(env).map((problem) => problem.split(' ')[0]);
    expect([...named].sort()).toEqual(Object.keys(env).sort());
  });

  it('never repeats an address that may hold a password', () => {
    const said = problems({
      DATABASE_URL: 'mysql://me:very-secret@host/db',
      SMTP_URL: 'ftp://me:very-secret@host',
      REDIS_URL: 'http://me:very-secret@host',
    });
    expect(said).toHaveLength(3);
    expect(said.join()).not.toContain('very-secret');
  });

  it('take the slash off the public address and name this machine for "all addresses"', () => {
    expect(readConfig({ PUBLIC_URL: 'https://hotline.example/' }).publicUrl).toBe('https://hotline.example');
    expect(readConfig({ HOST: '0.0.0.0', PORT: '80' }).publicUrl).toBe('http://localhost:80');
  });

  it.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.0.7', false],
    ['hotline.example', false],
  ])('know whether only this machine reaches %s: %s', (host, expected) => {
    expect(listensOnLoopback(readConfig({ HOST: host }))).toBe(expected);
  });
});

describe('ids', () => {
  const uuid = '01939f3a-7c11-7d6e-9a3b-0123456789ab';

  it('carry their type and come back to the same uuid', () => {
    expect(globalId('thread', uuid)).toBe('thread_01939f3a7c117d6e9a3b0123456789ab');
    expect(localId('thread', globalId('thread', uuid))).toBe(uuid);
    expect(splitGlobalId(globalId('thread', uuid))).toEqual(['thread', uuid]);
    expect(localIdOrNull('thread', null)).toBeNull();
    expect(localIdOrNull('thread', undefined)).toBeNull();
  });

  it.each([
    ['another type', globalId('message', uuid)],
    ['a raw uuid', uuid],
    ['a uuid with hyphens inside', `thread_${uuid}`],
    ['capital letters', globalId('thread', uuid).toUpperCase()],
    ['a digit too few', globalId('thread', uuid).slice(0, -1)],
    ['a digit too many', `${globalId('thread', uuid)}0`],
    ['no type', `_${uuid.replaceAll('-', '')}`],
    ['nothing', ''],
    ['SQL', "thread_' or '1'='1"],
  ])('answer %s like something that does not exist', (_, id) => {
    expect(refusal(() => localId('thread', id)).code).toBe('NOT_FOUND');
  });

  it('are made in the order of time', () => {
    const ids = Array.from({ length: 50 }, () => newId());
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(50);
  });
});

describe('cursors', () => {
  const cursors = new Cursors('a key of this installation');
  const list = { name: 'threads', filter: { queue: 'ALL', search: null } };
  const position = ['2026-11-18T05:00:00.000Z', '01939f3a-7c11-7d6e-9a3b-0123456789ab'];
  const cursor = cursors.of(list)(position);

  it('bring back the position, whatever it holds', () => {
    expect(cursors.decode(list, cursor)).toEqual(position);
    expect(cursors.decode(list, cursors.of(list)([0.25, null, '한빛 "전자"']))).toEqual([
      0.25,
      null,
      '한빛 "전자"',
    ]);
  });

  it('work for the very list they came from only', () => {
    for (const other of [
      { ...list, name: 'companies' },
      { ...list, filter: { queue: 'MINE', search: null } },
      { ...list, filter: null },
    ]) {
      expect(refusal(() => cursors.decode(other, cursor))).toMatchObject({ code: 'INVALID', field: 'after' });
    }
    expect(refusal(() => new Cursors('another key').decode(list, cursor)).reason).toBe('CURSOR');
  });

  it('refuse every single changed character, cut ones, longer ones and empty ones', () => {
    for (let index = 0; index < cursor.length; index++) {
      const other = cursor[index] === 'A' ? 'B' : 'A';
      const changed = cursor.slice(0, index) + other + cursor.slice(index + 1);
      expect(refusal(() => cursors.decode(list, changed)).code).toBe('INVALID');
    }
    for (const bad of [
      '',
      'x',
      cursor.slice(0, -1),
      cursor.slice(1),
      `${cursor}A`,
      `${cursor}=`,
      ` ${cursor}`,
      position.join(),
    ]) {
      expect(refusal(() => cursors.decode(list, bad)).code).toBe('INVALID');
    }
  });
});

describe('names as Koreans look for them', () => {
  it.each([
    ['ㅎㅂ', '한빛전자'],
    ['ㅎㅂㅈㅈ', '한빛전자'],
    ['ㅂㅈ', '한빛전자'],
    ['ㄱㅁㅈ', '김민지'],
    ['ㄲ', '까치소프트'],
    ['ㅎㅂ', '한 빛 전자'],
    ['ㅎ ㅂ', '한빛전자'],
    ['한빛', '한빛전자'],
    ['빛전', '한빛전자'],
    ['HANBIT', 'Hanbit Electronics'],
    ['hanbit  electronics', 'Hanbit Electronics'],
    ['ＨＡＮＢＩＴ', 'Hanbit'],
    ['한빛'.normalize('NFD'), '한빛전자'],
    ['한빛', '한빛전자'.normalize('NFD')],
  ])('%j finds %s', (typed, name) => {
    expect(searchKey(name)).toContain(searchTerm(typed));
  });

  it.each([
    ['ㅎㅅ', '한빛전자'],
    ['ㅁㅈㄱ', '김민지'],
    ['한밭', '한빛전자'],
    ['hanbitt', 'Hanbit'],
  ])('%j does not find %s', (typed, name) => {
    expect(searchKey(name)).not.toContain(searchTerm(typed));
  });

  it('fold case, width and spaces', () => {
    expect(fold('  Ｈan　 BIT\t')).toBe('han bit');
  });

  it('tell Korean from English', () => {
    expect(['알림이 안 와요', 'ㅋㅋ', 'Slack 연동', 'Where is it?', '123'].map(languageOf)).toEqual([
      'ko',
      'ko',
      'ko',
      'en',
      'en',
    ]);
  });

  it('are searched literally: the signs of LIKE mean themselves', () => {
    expect(containing('50%_\\')).toBe('%50\\%\\_\\\\%');
  });
});

describe('texts', () => {
  it('are kept in one form, without white space around them', () => {
    expect(tidy(`\n ${'한빛'.normalize('NFD')}\n둘째 줄 \n`)).toBe('한빛\n둘째 줄');
  });

  it('of names are one line, without what nobody sees', () => {
    expect(tidyName(' 김\u200B민지 \n (\u202E담당) ')).toBe('김민지 (담당)');
    expect(tidyName('\uFEFF\u2060')).toBe('');
  });

  it('of addresses have one form', () => {
    expect(tidyEmail('  Minji.KIM@Hanbit.Example ')).toBe('minji.kim@hanbit.example');
  });

  it('with NUL or half a character are refused, wherever they stand', () => {
    const document = parse('query ($a: String) { company(name: $a) }');
    for (const variables of [
      { a: 'a\u0000b' },
      { a: '\ud800' },
      { input: { people: [{ name: '\udc00' }] } },
    ]) {
      expect(refusal(() => checkStrings(document, variables))).toMatchObject({
        code: 'INVALID',
        reason: 'CHARACTERS',
      });
    }
    expect(refusal(() => checkStrings(parse('{ company(name: "a\\u0000") }'), {}))).toMatchObject({
      reason: 'CHARACTERS',
    });
    expect(refusal(() => checkStrings(document, { input: { name: 'x\u0000' } })).field).toBe('name');
    expect(() => checkStrings(document, { a: '한빛 😀 \n\t' })).not.toThrow();
  });
});
