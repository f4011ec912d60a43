// The model that proposes: one row per version in the database, the newest one in the memory of each process.
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { system } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database, sql } from '../../platform/database/index.js';
import { Hub } from '../../platform/events/index.js';
import type { Category } from './category.js';
import { classifierForgot } from './classification.events.js';
import { loadExamples } from './examples.js';
import { type Example, type LinearModel, deserialise, predict } from './linear-model.js';
import type { Figures } from './evaluation.js';
import { judgeApart, trainApart } from './training.js';

export type Proposal = { category: Category /** 0–1. */; confidence: number; modelVersion: number };
export type ModelCard = { version: number; trainedAt: Date; examples: number; learned: number };
type Decision = { text: string; category: Category };
export type ModelVersion = ModelCard & { evaluation: Figures | null; evaluatedAt: Date | null };
type VersionRow = ModelRow & { evaluation: Figures | null; evaluated_at: Date | null };
type ModelRow = { version: number; trained_at: Date; examples: number; learned: number };

const TOPIC = 'classifier';

/** What a person decided counts as much as this many shipped examples. */
const LEARNED_WEIGHT = 2;

@Injectable()
export class Classifier implements OnApplicationBootstrap {
  private current: { version: number; model: LinearModel } | null = null;
  private shipped: Example[] | null = null;
  private forgot = false;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Hub) hub: Hub,
  ) {
    const load = () => void this.load().catch(() => {});
    hub.control(TOPIC, load);
    hub.afterGap(load);
  }

  /** The newest model is in memory before the first inquiry comes. */
  async onApplicationBootstrap(): Promise<void> {
    await this.ready();
  }

  async propose(text: string): Promise<Proposal> {
    const { version, model } = await this.ready();
    const { category, confidence } = predict(model, text);
    return { category, confidence, modelVersion: version };
  }

  /**
   * Trains on the shipped examples and on what people decided, and stores the result as the next version.
   * Stored categories stay as they are; only later proposals change.
   */
  async learn(decided: Decision[]): Promise<number> {
    const learned = asLearned(decided);
    const weights = await trainApart([...this.examples(), ...learned]);
    const version = await this.database.transact(system, async (tx) => {
      await tx.sql(sql`select pg_advisory_xact_lock(hashtext('hotline.classifier'))`);
      const row = await tx.one<{ version: number }>(sql`
        insert into hotline.classifier_model (version, trained_at, examples, learned, weights)
        select coalesce(max(version), 0) + 1, ${tx.at}, ${this.examples().length}, ${learned.length}, ${weights}
        from hotline.classifier_model returning version`);
      await tx.sql(sql`delete from hotline.classifier_model where version <= ${row?.version ?? 0} - 20`);
      tx.hint([TOPIC], { kind: 'CLASSIFIER' });
      if (this.forgot) await tx.emit(classifierForgot, {});
      this.forgot = false;
      return row?.version ?? 1;
    });
    // Another process may have learned meanwhile, and its model has come first.
    if (version > (this.current?.version ?? 0)) this.current = { version, model: deserialise(weights) };
    return version;
  }

  /** Models older than this version are gone for good. */
  async forgetBefore(version: number): Promise<void> {
    await this.database.transact(system, (tx) =>
      tx.sql(sql`delete from hotline.classifier_model where version < ${version}`),
    );
  }

  async card(): Promise<ModelCard> {
    await this.ready();
    const row = await this.database.readOne<ModelRow>(
      system,
      sql`select version, trained_at, examples, learned from hotline.classifier_model order by version desc limit 1`,
    );
    if (!row) return { version: 0, trainedAt: this.clock.now(), examples: 0, learned: 0 };
    return { version: row.version, trainedAt: row.trained_at, examples: row.examples, learned: row.learned };
  }

  /** The newest first; twenty are kept. */
  async versions(most: number): Promise<ModelVersion[]> {
    const rows = await this.database.read<VersionRow>(
      system,
      sql`select version, trained_at, examples, learned, evaluation, evaluated_at
          from hotline.classifier_model order by version desc limit ${most}`,
    );
    return rows.map(({ trained_at, evaluated_at, ...row }) => ({
      ...row,
      trainedAt: trained_at,
      evaluatedAt: evaluated_at,
    }));
  }

  /**
   * Finds out by cross-validation how well the newest version does, unless that is known, and keeps it with the version.
   * `decidedUntil` gives what people had decided by the moment in which it was trained. Returns the version, or null.
   */
  async evaluate(decidedUntil: (at: Date) => Promise<Decision[]>): Promise<number | null> {
    const [newest] = await this.versions(1);
    if (!newest || newest.evaluation) return null;
    const decided = await decidedUntil(newest.trainedAt);
    const figures = await judgeApart([...this.examples(), ...asLearned(decided)]);
    await this.database.transact(system, (tx) =>
      tx.sql(sql`update hotline.classifier_model set evaluation = ${JSON.stringify(figures)}, evaluated_at = ${tx.at}
        where version = ${newest.version}`),
    );
    return newest.version;
  }

  private async ready(): Promise<{ version: number; model: LinearModel }> {
    if (!this.current) await this.load();
    if (!this.current) await this.learn([]);
    if (!this.current) throw new Error('There is no model.');
    return this.current;
  }

  private async load(): Promise<void> {
    const row = await this.database.readOne<{ version: number; weights: Buffer }>(
      system,
      sql`select version, weights from hotline.classifier_model order by version desc limit 1`,
    );
    if (!row || row.version === this.current?.version) return;
    try {
      this.current = { version: row.version, model: deserialise(row.weights) };
    } catch {
      // Made by another version of the features: `ready` trains a new one.
      this.current = null;
      this.forgot = true;
    }
  }

  private examples(): Example[] {
    this.shipped ??= loadExamples();
    return this.shipped;
  }
}

const asLearned = (decided: Decision[]): Example[] =>
  decided.map(({ text, category }) => ({ text, category, weight: LEARNED_WEIGHT }));
