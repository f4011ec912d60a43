// Two servers, a worker, a database and a mail server; people write through a balancer while one after the other dies.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Running, freePort, startProduct, startWorker } from '../world/process.js';
import { Balancer } from './balancer.js';
import type { Chance } from './chance.js';
import { type Engine, openEngine } from './engine.js';
import { type People, makePeople } from './people.js';
import { Postbox } from './postbox.js';
import { findings, jobsLeft, timeFlies } from './proof.js';
import { Writers } from './writers.js';

const PARTS = ['server A', 'server B', 'worker'] as const;
type Part = (typeof PARTS)[number];
type Victim = Part | 'database' | 'mail server';

/** Mails wait two minutes: so that they are on their way while everything dies, that time passes meanwhile. */
const TIME_FLIES_MS = 500;

/** Longest time until everything is done once nothing dies any more: locks of the dead, jobs that failed. */
const CALM_MS = 120_000;

export class Storm {
  private readonly running = new Map<Part, Running>();
  /** Who comes back just now: meanwhile the next one dies. */
  private readonly starting = new Map<Part, Promise<void>>();
  private readonly kills: number[] = [];
  /** Who ended without having been told to. */
  private readonly deserted: string[] = [];
  private readonly expected = new Set<Running>();
  private rounds: Writers[] = [];

  private constructor(
    private readonly engine: Engine,
    private readonly postbox: Postbox,
    private readonly ports: Record<'server A' | 'server B', string>,
    private readonly chance: Chance,
    private people: People | null = null,
    private balancer: Balancer | null = null,
  ) {}

  static async open(chance: Chance): Promise<Storm> {
    const ports = { 'server A': String(await freePort()), 'server B': String(await freePort()) };
    const storm = new Storm(await openEngine(), await Postbox.open(), ports, chance);
    try {
      await Promise.all(PARTS.map((part) => storm.start(part)));
      storm.people = await makePeople(storm.engine.url());
      storm.balancer = await Balancer.before(Object.values(ports).map((port) => `http://127.0.0.1:${port}`));
      return storm;
    } catch (error) {
      await storm.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    for (const running of this.running.values()) this.expected.add(running);
    await Promise.all([...this.running.values()].map((running) => running.end('SIGTERM')));
    await this.balancer?.close();
    await this.postbox.away();
    await this.engine.remove();
  }

  /** One round: writes, deaths at random moments, calm, proof. Returns what is wrong, in sentences. */
  async round(name: string, victims: number): Promise<{ wrong: string[]; told: string }> {
    if (!this.people) throw new Error('There is nobody.');
    const writers = new Writers(() => this.balancer?.base ?? '', this.people, this.chance, name);
    this.rounds.push(writers);
    const writing = writers.run();
    const flying = setInterval(() => void this.look(timeFlies).catch(() => {}), TIME_FLIES_MS);
    await sleep(this.chance.between(800, 1_500));
    const story: string[] = [];
    // Everybody once, in an order that chance makes, then whoever it hits.
    const order: Victim[] = [...PARTS, 'database', 'mail server'];
    order.sort(() => this.chance.next() - 0.5);
    for (let n = 0; n < victims; n++) {
      const victim = order[n] ?? this.chance.of(order);
      story.push(victim);
      await this.kill(victim);
      await sleep(this.chance.between(300, 1_800));
    }
    await Promise.all(this.starting.values());
    await writing.stop();
    clearInterval(flying);
    const since = Date.now();
    const left = await this.calm();
    const calm = ((Date.now() - since) / 1_000).toFixed(1);
    const wrong = new Set([...this.deserted, ...left, ...writers.wrong, ...(await this.prove())]);
    const { written, repeated, resolved, corrected } = writers;
    const told =
      `${name}: ${story.join(', ')}; ${written.length} messages and notes, ${resolved.size} resolved, ` +
      `${corrected.size} corrected, ${repeated} said again, ${this.postbox.received.length} mails so far, calm after ${calm} s`;
    return { wrong: [...wrong], told };
  }

  private async kill(victim: Victim): Promise<void> {
    this.kills.push(Date.now());
    if (victim === 'database') return this.engine.kill();
    if (victim === 'mail server') {
      await this.postbox.away();
      await sleep(this.chance.between(200, 1_000));
      return this.postbox.back();
    }
    await this.starting.get(victim);
    const running = this.running.get(victim);
    if (!running) return;
    this.expected.add(running);
    await running.end('SIGKILL');
    this.starting.set(victim, this.start(victim));
  }

  /** As whoever looks after processes would: started again until it stands. */
  private async start(part: Part): Promise<void> {
    const env = {
      ...this.engine.env,
      SMTP_URL: this.postbox.url,
      WORKER: 'apart',
      // A few people write as much here as a whole team does.
      RATE_FACTOR: '0',
      LOG_LEVEL: 'warn',
      ...(part === 'worker' ? {} : { PORT: this.ports[part] }),
    };
    for (let tries = 1; ; tries++) {
      try {
        const running = await (part === 'worker' ? startWorker(env) : startProduct(env, ['--no-demo']));
        this.running.set(part, running);
        void running.gone.then((code) => {
          if (!this.expected.has(running))
            this.deserted.push(`${part} ended by itself with ${code}:\n${running.said().slice(-3_000)}`);
        });
        return;
      } catch (error) {
        // The database died while it started.
        if (tries === 10) throw error;
        await sleep(500);
      }
    }
  }

  /** Until no job is left, though nothing helps but that time passes. Returns what is left in the end. */
  private async calm(): Promise<string[]> {
    const until = Date.now() + CALM_MS;
    for (let quiet = 0; ;) {
      const left = await this.look(async (client) => {
        await timeFlies(client);
        return jobsLeft(client);
      }).catch((error: Error) => [error.message]);
      // A job may just be leaving another one behind.
      quiet = left.length === 0 ? quiet + 1 : 0;
      if (quiet === 3) return [];
      if (Date.now() > until) {
        const words = this.running.get('worker')?.said().slice(-3_000);
        return [...left.map((each) => `left over: ${each}`), `the worker's last words: ${words}`];
      }
      await sleep(300);
    }
  }

  private prove(): Promise<string[]> {
    return this.look((client) =>
      findings(client, {
        written: this.rounds.flatMap(({ written }) => written),
        resolved: new Set(this.rounds.flatMap(({ resolved }) => [...resolved])),
        corrected: new Map(this.rounds.flatMap(({ corrected }) => [...corrected])),
        mails: this.postbox.received,
        kills: this.kills,
      }),
    );
  }

  private async look<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.engine.url() });
    client.on('error', () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}
