// Where a token travels: a cookie for the web app, a bearer token for programs.
import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import type { Credentials } from './actor-source.js';

export const SESSION_COOKIE = 'hotline_session';
export const COMPANY_HEADER = 'hotline-company';

const cookieOptions = (config: Config) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: config.publicUrl.startsWith('https:'),
});

export function keepCookie(reply: FastifyReply, config: Config, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, { ...cookieOptions(config), maxAge: config.sessionDays * 86_400 });
}

export function dropCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(SESSION_COOKIE, cookieOptions(config));
}

const bearer = (value: unknown): string | null =>
  typeof value === 'string' ? (/^Bearer ([\w.-]{20,4096})$/i.exec(value)?.[1] ?? null) : null;

const word = (value: unknown): string | null =>
  typeof value === 'string' && value ? value.slice(0, 60) : null;

export function credentialsOfRequest(request: FastifyRequest): Credentials {
  return {
    token: bearer(request.headers.authorization) ?? token(request.cookies[SESSION_COOKIE]),
    company: word(request.headers[COMPANY_HEADER]),
  };
}

/** A socket's token: bearer in connection_init, else the cookie that came with the upgrade. */
export function credentialsOfSocket(
  params: Record<string, unknown> | undefined,
  cookieHeader: string | undefined,
): Credentials {
  const cookie = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([\\w.-]+)`).exec(cookieHeader ?? '')?.[1];
  return { token: bearer(params?.authorization) ?? token(cookie), company: word(params?.company) };
}

function token(value: string | undefined): string | null {
  return value && value.length <= 4096 ? value : null;
}

/** A browser's socket must come from our own pages; programs without Origin bring a bearer token. */
export function originAllowed(
  origin: string | undefined,
  host: string | undefined,
  config: Config,
  hasBearer: boolean,
): boolean {
  if (origin === undefined) return hasBearer;
  if (origin === config.publicUrl || origin === new URL(config.publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
