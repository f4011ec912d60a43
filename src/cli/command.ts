// What all commands share: they work beside a running server and without one, and stop only what they started.
import type { INestApplicationContext } from '@nestjs/common';
import { createContext } from '../context.js';
import { openDatabase, setUp } from '../installation.js';
import { readConfig } from '../platform/config.js';
import { createLogger } from '../platform/observe/index.js';

/** Wrong use of a command: its sentence is shown without a stack. */
export class Usage extends Error {}

/** Progress and complaints go to standard error, so that standard output stays clean for programs. */
export const tell = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

/** Runs `work` on the installation's database and exits with 0, or with 1 and a sentence. */
export async function withProduct(
  work: (app: INestApplicationContext) => Promise<number | void>,
): Promise<never> {
  return finish(async () => {
    const config = readConfig();
    const opened = await openDatabase(config, tell);
    try {
      await setUp(opened.databaseUrl, config, new Date(), tell, opened.boardsUrl);
      const app = await createContext({
        config,
        databaseUrl: opened.databaseUrl,
        boardsUrl: opened.boardsUrl,
        log: createLogger(config.logLevel),
        poolSize: 2,
      });
      try {
        return await work(app);
      } finally {
        await app.close();
      }
    } finally {
      await opened.release();
    }
  });
}

export async function finish(work: () => Promise<number | void>): Promise<never> {
  try {
    process.exit((await work()) ?? 0);
  } catch (error) {
    tell(process.env.LOG_LEVEL === 'debug' ? String((error as Error).stack) : (error as Error).message);
    process.exit(error instanceof Usage ? 2 : 1);
  }
}

/** `--name value` and `--name=value`; anything else that begins with -- is named as unknown. Returns the rest too. */
export function parseOptions(
  known: string[],
  argv: string[] = process.argv.slice(2),
): { options: Map<string, string>; rest: string[] } {
  const options = new Map<string, string>();
  const rest: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? '';
    if (!word.startsWith('--')) {
      rest.push(word);
      continue;
    }
    const [name = '', inline] = word.slice(2).split(/=(.*)/s);
    if (!known.includes(name))
      throw new Usage(
        `There is no option --${name}; ${known.length > 0 ? `known are ${known.map((each) => `--${each}`).join(', ')}` : 'there are none here'}.`,
      );
    const value = inline ?? argv[++index];
    if (value === undefined) throw new Usage(`--${name} needs a value.`);
    options.set(name, value);
  }
  return { options, rest };
}
