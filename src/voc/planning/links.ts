// Where the work is done: which provider an address belongs to, and how that provider's own messages name it.
import { invalid } from '../../platform/errors.js';

export const PROVIDERS = ['GITHUB', 'JIRA', 'LINEAR', 'OTHER'] as const;
export type Provider = (typeof PROVIDERS)[number];

export const LINK_STATES = ['OPEN', 'IN_PROGRESS', 'DONE', 'DROPPED'] as const;
export type LinkState = (typeof LINK_STATES)[number];

export type WorkLink = { url: string; provider: Provider; key: string | null };

/** An issue or a pull request: owner/repository#7, one number sequence for both. */
const GITHUB = /^\/([\w.-]+)\/([\w.-]+)\/(?:issues|pull)\/(\d{1,9})(?:\/|$)/;
const JIRA = /\/browse\/([A-Z][A-Z0-9_]{1,30}-\d{1,9})(?:\/|$)/;
const LINEAR = /^\/[\w-]+\/issue\/([A-Z][A-Z0-9]{0,30}-\d{1,9})(?:\/|$)/i;

export const githubKey = (repository: string, number: number): string =>
  `${repository.toLowerCase()}#${number}`;
export const jiraKey = (site: string, issue: string): string => `${site.toLowerCase()}/${issue}`;
export const linearKey = (issue: string): string => issue.toUpperCase();

/** Throws INVALID for what is no web address. Query and fragment are dropped where we know the provider. */
export function readLink(text: string): WorkLink {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw notLink();
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) throw notLink();
  const { hostname, pathname, origin, host } = url;
  const plain = `${origin}${pathname}`.replace(/\/+$/, '');
  const github = hostname === 'github.com' ? GITHUB.exec(pathname) : null;
  if (github)
    return {
      url: plain,
      provider: 'GITHUB',
      key: githubKey(`${github[1]}/${github[2]}`, Number(github[3])),
    };
  const linear = hostname === 'linear.app' ? LINEAR.exec(pathname) : null;
  if (linear?.[1]) return { url: plain, provider: 'LINEAR', key: linearKey(linear[1]) };
  const jira = JIRA.exec(pathname);
  if (jira?.[1]) return { url: plain, provider: 'JIRA', key: jiraKey(host, jira[1]) };
  return { url: url.href, provider: 'OTHER', key: null };
}

const notLink = () => invalid('LINK', 'This is no web address.', 'url');
