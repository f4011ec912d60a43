// What GitHub, Jira and Linear say of a piece of work: whether it is theirs, and which state it means.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type LinkState, type Provider, githubKey, jiraKey, linearKey } from './links.js';

export type HookProvider = Exclude<Provider, 'OTHER'>;

/** What a message says: which work, which state, and when it was so there. Null: nothing that concerns a link. */
export type WorkNews = { key: string; state: LinkState; word: string; at: Date };

/** HMAC-SHA256 of the body as it came, hexadecimal, compared in a time that says nothing. */
export function isSigned(body: Buffer, secret: string, signature: string): boolean {
  const given = /^[0-9a-f]{64}$/i.test(signature) ? Buffer.from(signature, 'hex') : Buffer.alloc(32);
  const wanted = createHmac('sha256', secret).update(body).digest();
  return timingSafeEqual(given, wanted) && signature.length === 64;
}

/** The same message again is known by its bytes: delivery numbers are not under the signature. */
export const digestOf = (body: Buffer): Buffer => createHash('sha256').update(body).digest();

type Json = Record<string, unknown>;
const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const moment = (value: unknown): Date | null => {
  const at = new Date(typeof value === 'number' ? value : text(value));
  return Number.isNaN(at.getTime()) ? null : at;
};

function github(body: Json): WorkNews | null {
  const pull = object(body.pull_request);
  const work = 'number' in pull ? pull : object(body.issue);
  const repository = text(object(body.repository).full_name);
  const number = work.number;
  const at = moment(work.updated_at);
  if (!repository || typeof number !== 'number' || !at) return null;
  const word = text(work.state);
  const key = githubKey(repository, number);
  if (word === 'closed') {
    const dropped = work === pull ? pull.merged !== true : text(work.state_reason) === 'not_planned';
    return { key, state: dropped ? 'DROPPED' : 'DONE', word: pull.merged === true ? 'merged' : word, at };
  }
  return { key, state: work === pull && pull.draft !== true ? 'IN_PROGRESS' : 'OPEN', word, at };
}

const JIRA_STATES: Record<string, LinkState> = { new: 'OPEN', indeterminate: 'IN_PROGRESS', done: 'DONE' };

function jira(body: Json): WorkNews | null {
  const issue = object(body.issue);
  const status = object(object(issue.fields).status);
  const at = moment(body.timestamp);
  const site = URL.canParse(text(issue.self)) ? new URL(text(issue.self)).host : '';
  const key = text(issue.key);
  if (!key || !site || !at) return null;
  if (body.webhookEvent === 'jira:issue_deleted')
    return { key: jiraKey(site, key), state: 'DROPPED', word: 'deleted', at };
  const state = JIRA_STATES[text(object(status.statusCategory).key)];
  return state ? { key: jiraKey(site, key), state, word: text(status.name), at } : null;
}

const LINEAR_STATES: Record<string, LinkState> = {
  triage: 'OPEN',
  backlog: 'OPEN',
  unstarted: 'OPEN',
  started: 'IN_PROGRESS',
  completed: 'DONE',
  canceled: 'DROPPED',
};

function linear(body: Json): WorkNews | null {
  if (body.type !== 'Issue') return null;
  const data = object(body.data);
  const key = text(data.identifier);
  const at = moment(data.updatedAt) ?? moment(body.webhookTimestamp);
  if (!key || !at) return null;
  if (body.action === 'remove') return { key: linearKey(key), state: 'DROPPED', word: 'removed', at };
  const state = LINEAR_STATES[text(object(data.state).type)];
  return state ? { key: linearKey(key), state, word: text(object(data.state).name), at } : null;
}

const READERS: Record<HookProvider, (body: Json) => WorkNews | null> = {
  GITHUB: github,
  JIRA: jira,
  LINEAR: linear,
};

export const newsOf = (provider: HookProvider, body: unknown): WorkNews | null =>
  READERS[provider](object(body));
