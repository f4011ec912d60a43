// The second look: what was drawn is coded again by somebody who knows nothing of the first coding; and the figures of it.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor, StaffActor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction, sql } from '../../platform/database/index.js';
import { conflict, denied, found, must } from '../../platform/errors.js';
import { type Monday, addWeeks, weekOf } from '../../platform/week.js';
import type { Category } from '../classification/index.js';
import { type Agreement, agreementOf } from './agreement.js';
import { canLookTwice, canSetSample, codableBy } from './quality.policy.js';
import {
  type CoderPair,
  type DecisionCount,
  QualityReads,
  type TaskRow,
  type WeekPair,
} from './quality.reads.js';

/** Weeks that the figures look back upon, the running one included. */
export const QUALITY_WEEKS = 12;

/** Tasks fetched at once: enough that nobody waits between two keys. */
const TASKS_AT_ONCE = 10;

export type Range = { from: Monday; to: Monday };
type Agreements = { people: Agreement; model: Agreement; outside: Agreement };
export type WeekAgreement = Agreements & { week: Monday };
export type AgreementFigures = Range & Agreements & { weeks: WeekAgreement[] };

export type CoderFigures = { decisions: number; corrections: number; agreement: Agreement };
export type CoderQuality = {
  coderId: string;
  total: CoderFigures;
  /** All weeks of the range, oldest first. */
  weeks: (CoderFigures & { week: Monday })[];
};

@Injectable()
export class QualityService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(QualityReads) private readonly reads: QualityReads,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Right after a person coded an item, in the same transaction. */
  async draw(tx: Transaction, itemId: string): Promise<void> {
    await tx.sql(sql`select hotline.draw_second_look(${itemId}, ${tx.at})`);
  }

  async queue(actor: Actor): Promise<{ waiting: number; tasks: TaskRow[] }> {
    const coder = secondCoder(actor);
    const now = this.clock.now();
    const [waiting, tasks] = await Promise.all([
      this.reads.waiting(coder, now),
      this.reads.tasks(coder, now, TASKS_AT_ONCE),
    ]);
    return { waiting, tasks };
  }

  /** Keeps the second coder's category beside the item; the item stays as it is. The last word of five minutes counts. */
  async code(actor: Actor, taskId: string, category: Category): Promise<void> {
    const coder = secondCoder(actor);
    await this.database.transact(coder, async (tx) => {
      const open = await tx.one<{ item_id: string }>(sql`
        select second.item_id from hotline.voc_second_coding second join hotline.voc_item item on item.id = second.item_id
        where second.id = ${taskId} and ${codableBy(coder, tx.at)} for update of second`);
      if (!open) {
        // Told apart only where a colleague was quicker, so that the page can go on to the next one.
        const taken = await tx.one<{ id: string }>(sql`
          select id from hotline.voc_second_coding where id = ${taskId} and category is not null`);
        if (taken) throw conflict('TAKEN', 'A colleague has looked at this one in the meantime.');
      }
      await tx.sql(sql`
        update hotline.voc_second_coding second set category = ${category}, coder_id = ${tx.person}, at = ${tx.at},
          first_category = coalesce(second.first_category, item.category),
          first_coder_id = coalesce(second.first_coder_id, item.coded_by)
        from hotline.voc_item item where item.id = second.item_id and second.item_id = ${found(open).item_id}`);
    });
  }

  /** From now on; what was drawn stays drawn. */
  async setSample(actor: Actor, percent: number): Promise<void> {
    must(canSetSample(actor));
    await this.database.transact(actor, async (tx) => {
      await tx.sql(sql`update hotline.voc_quality
        set second_look_percent = ${percent}, changed_by = ${tx.person}, changed_at = ${tx.at}`);
    });
  }

  async agreement(actor: Actor, to: Monday | null): Promise<AgreementFigures> {
    const range = await this.range(to);
    const { people, model, outside } = await this.reads.pairs(actor, range.from, range.to);
    return {
      ...range,
      people: agreementOf(people),
      model: agreementOf(model),
      outside: agreementOf(outside),
      weeks: weeksOf(range).map((week) => ({
        week,
        people: agreementOf(inWeek(people, week)),
        model: agreementOf(inWeek(model, week)),
        outside: agreementOf(inWeek(outside, week)),
      })),
    };
  }

  /** Everybody who decided on something in these weeks, the busiest first. */
  async coders(actor: Actor, to: Monday | null): Promise<Range & { coders: CoderQuality[] }> {
    const range = await this.range(to);
    const { pairs, decisions } = await this.reads.coders(actor, range.from, range.to);
    const ids = new Set([
      ...decisions.map(({ coder }) => coder),
      ...pairs.flatMap(({ first_coder, second_coder }) => [first_coder, second_coder]),
    ]);
    const coders = [...ids].map((coderId) => {
      const mine = pairs.flatMap((pair) => seenBy(coderId, pair));
      const decided = decisions.filter(({ coder }) => coder === coderId);
      return {
        coderId,
        total: figuresOf(decided, mine),
        weeks: weeksOf(range).map((week) => ({
          week,
          ...figuresOf(
            decided.filter((each) => each.week === week),
            inWeek(mine, week),
          ),
        })),
      };
    });
    coders.sort((a, b) => b.total.decisions - a.total.decisions || a.coderId.localeCompare(b.coderId));
    return { ...range, coders };
  }

  private async range(named: Monday | null): Promise<Range> {
    const to = named ?? weekOf(await this.reads.zone(), this.clock.now());
    return { from: addWeeks(to, 1 - QUALITY_WEEKS), to };
  }
}

function secondCoder(actor: Actor): StaffActor {
  if (!canLookTwice(actor)) throw denied('STAFF_ONLY', 'Only staff who answer look a second time.');
  return actor;
}

const weeksOf = ({ from }: Range): Monday[] =>
  Array.from({ length: QUALITY_WEEKS }, (_, index) => addWeeks(from, index));

const inWeek = <Row extends { week: Monday }>(rows: Row[], week: Monday): Row[] =>
  rows.filter((row) => row.week === week);

/** A pair as one of its coders sees it: what they said first, what the other said second. */
function seenBy(
  coderId: string,
  { first_coder, second_coder, week, first, second, n }: CoderPair,
): WeekPair[] {
  if (first_coder === coderId) return [{ week, first, second, n }];
  return second_coder === coderId ? [{ week, first: second, second: first, n }] : [];
}

function figuresOf(decided: DecisionCount[], pairs: WeekPair[]): CoderFigures {
  const sum = (pick: (each: DecisionCount) => number) =>
    decided.reduce((total, each) => total + pick(each), 0);
  return {
    decisions: sum(({ decisions }) => decisions),
    corrections: sum(({ corrections }) => corrections),
    agreement: agreementOf(pairs),
  };
}
