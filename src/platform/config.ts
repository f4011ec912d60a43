// Settings: environment variables only, validated at start; each missing or wrong one is named.
import { type TrustedProxies, readTrustedProxies } from './proxies.js';

/** Injection token of the settings. */
export const CONFIG = Symbol('config');

export type Config = {
  /** A PostgreSQL 15+ of one's own; null means the embedded one in `dataDirectory`. */
  databaseUrl: string | null;
  dataDirectory: string;
  /** A PostgreSQL 15+ for the boards alone; null: a second embedded one, or `databaseUrl` where that is given. */
  boardDatabaseUrl: string | null;
  /** Outside `dataDirectory` and its backups. */
  boardKeyFile: string;
  /** A company's name may stand on a board where at least so many of its people may write. */
  boardLabelFrom: number;
  /** Live hints between many servers travel through it; null: through the database. */
  redisUrl: string | null;
  host: string;
  port: number;
  /** Where people reach the product, without a trailing slash; links in mails start with it. */
  publicUrl: string;
  smtpUrl: string | null;
  mailFrom: string;
  /** A service that speaks OpenAI's chat completions, up to and without /chat/completions; null: nobody outside is asked. */
  llmUrl: string | null;
  llmModel: string | null;
  llmKey: string | null;
  zone: string;
  providerName: string;
  /** Companies of at least this many people get a space when they are created. */
  spaceFromEmployees: number;
  /** A company of which nothing is heard for so many weeks is quiet. */
  quietWeeks: number;
  /** Weeks before and after a training that are compared. */
  adoptionWeeks: number;
  sessionDays: number;
  /** Largest file that can be attached. */
  fileLimitMb: number;
  /** What the attachments of one company may take together. */
  fileQuotaMb: number;
  /** Of all files in the materials of one course. */
  courseQuotaMb: number;
  /** Whose word on where a request comes from is taken: nobody's, that of so many proxies, or that of these addresses. */
  trustProxy: TrustedProxies;
  /** Times the rates of limits.ts; 0 lifts them, for measuring. */
  rateFactor: number;
  worker: 'inside' | 'apart';
  development: boolean;
  logLevel: string;
  /** What GitHub, Jira and Linear sign their messages with; null: their door is closed. */
  githubSecret: string | null;
  jiraSecret: string | null;
  linearSecret: string | null;
  /** Port for operators (metrics, health), 0 to 65535; null means none. */
  metricsPort: number | null;
  metricsHost: string;
};

export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`These settings are wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads and checks all settings at once. Throws ConfigError with every problem, by variable name. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const text = (name: string, fallback: string): string => env[name]?.trim() || fallback;
  const whole = (name: string, fallback: number, low: number, high: number): number => {
    const raw = text(name, String(fallback));
    const value = Number(raw);
    if (Number.isInteger(value) && value >= low && value <= high) return value;
    problems.push(`${name} must be a whole number from ${low} to ${high}, but is '${raw}'`);
    return fallback;
  };
  const oneOf = <T extends string>(name: string, fallback: T, words: readonly T[]): T => {
    const raw = text(name, fallback);
    const word = words.find((each) => each === raw);
    if (word === undefined) problems.push(`${name} must be one of ${words.join(', ')}, but is '${raw}'`);
    return word ?? fallback;
  };
  const url = (name: string, protocols: string[]): string | null => {
    const raw = text(name, '');
    if (!raw) return null;
    try {
      if (protocols.includes(new URL(raw).protocol)) return raw.replace(/\/+$/, '');
    } catch {
      // said below, without the value: it may hold a password
    }
    problems.push(
      `${name} must be an address that begins with ${protocols.map((each) => `${each}//`).join(' or ')}`,
    );
    return null;
  };
  const secret = (name: string): string | null => {
    const raw = text(name, '');
    if (raw && raw.length < 16) problems.push(`${name} must have at least 16 characters`);
    return raw || null;
  };
  const llmUrl = url('LLM_URL', ['https:', 'http:']);
  // Over the wire in the clear only where the wire does not leave this machine.
  if (llmUrl?.startsWith('http:') && !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(llmUrl))
    problems.push(
      'LLM_URL must be an address that begins with https:// unless the service runs on this machine',
    );
  else if (llmUrl && !text('LLM_MODEL', ''))
    problems.push('LLM_MODEL must be the name of the model that LLM_URL is to be asked for');
  const llmModel = text('LLM_MODEL', '') || null;
  const zone = text('ZONE', 'Asia/Seoul');
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    problems.push(`ZONE must be an IANA time zone such as Asia/Seoul, but is '${zone}'`);
  }
  const trustProxy = readTrustedProxies(text('TRUST_PROXY', ''));
  if (trustProxy === null)
    problems.push(
      'TRUST_PROXY must be a count from 1 to 9, or addresses and networks such as 10.0.0.0/8, with commas between them',
    );
  const dataDirectory = text('DATA_DIR', '.data').replace(/\/+$/, '');
  const port = whole('PORT', 4400, 0, 65_535);
  const host = text('HOST', '127.0.0.1');
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const config: Config = {
    databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:']),
    dataDirectory,
    boardDatabaseUrl: url('BOARD_DATABASE_URL', ['postgres:', 'postgresql:']),
    boardKeyFile: text('BOARD_KEY_FILE', `${dataDirectory}.board-key`),
    boardLabelFrom: whole('BOARD_LABEL_FROM', 30, 2, 100_000),
    redisUrl: url('REDIS_URL', ['redis:', 'rediss:']),
    host,
    port,
    publicUrl: url('PUBLIC_URL', ['http:', 'https:']) ?? `http://${shownHost}:${port}`,
    smtpUrl: url('SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: text('MAIL_FROM', 'Hotline <hotline@localhost>'),
    llmUrl,
    llmModel,
    llmKey: text('LLM_KEY', '') || null,
    zone,
    providerName: text('PROVIDER_NAME', 'Hotline'),
    spaceFromEmployees: whole('SPACE_FROM_EMPLOYEES', 50, 0, 10_000_000),
    quietWeeks: whole('QUIET_WEEKS', 4, 1, 52),
    adoptionWeeks: whole('ADOPTION_WEEKS', 4, 1, 26),
    sessionDays: whole('SESSION_DAYS', 30, 1, 365),
    fileLimitMb: whole('FILE_LIMIT_MB', 25, 1, 200),
    fileQuotaMb: whole('FILE_QUOTA_MB', 2_048, 1, 10_000_000),
    courseQuotaMb: whole('COURSE_QUOTA_MB', 512, 1, 10_000_000),
    trustProxy: trustProxy ?? [],
    rateFactor: whole('RATE_FACTOR', 1, 0, 1_000),
    worker: oneOf('WORKER', 'inside', ['inside', 'apart'] as const),
    development: text('NODE_ENV', 'production') === 'development',
    metricsPort: env.METRICS_PORT?.trim() ? whole('METRICS_PORT', 0, 0, 65_535) : null,
    metricsHost: text('METRICS_HOST', '127.0.0.1'),
    githubSecret: secret('GITHUB_WEBHOOK_SECRET'),
    jiraSecret: secret('JIRA_WEBHOOK_SECRET'),
    linearSecret: secret('LINEAR_WEBHOOK_SECRET'),
    logLevel: oneOf('LOG_LEVEL', 'warn', ['silent', 'error', 'warn', 'info', 'debug'] as const),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** True where only this machine can reach the server: the demonstration's one-click log-in needs it. */
export const listensOnLoopback = (config: Config): boolean =>
  config.host === 'localhost' || config.host === '::1' || config.host.startsWith('127.');
