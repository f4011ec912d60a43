// Rows of adoption as GraphQL shows them.
import { CATEGORIES } from '../voc/index.js';
import type * as shapes from './adoption.graphql.js';
import type { AdoptionRow, AdoptionSums, Counted, Side } from './adoption.reads.js';
import { after, before, completeAt } from './windows.js';

function figures(side: Side, threads: readonly Counted[], messages: number): shapes.AdoptionFigures {
  const all = CATEGORIES.map((category) => ({
    category,
    count: threads.find((each) => each.side === side && each.category === category)?.n ?? 0,
  }));
  return { threads: all, threadCount: all.reduce((sum, { count }) => sum + count, 0), messages };
}

export function adoptionShape(zone: string, weeks: number, row: AdoptionRow): shapes.Adoption {
  const own = { first: row.first_week, last: row.last_week };
  return {
    sessionUuid: row.session_id,
    companyUuid: row.company_id,
    stepsGiven: row.given,
    stepsPassed: row.passed,
    before: {
      ...before(own, weeks),
      complete: row.before_complete,
      figures: row.before_complete ? figures('BEFORE', row.threads, row.messages_before) : null,
    },
    after: {
      ...after(own, weeks),
      complete: row.after_complete,
      figures: row.after_complete ? figures('AFTER', row.threads, row.messages_after) : null,
    },
    completeAt: completeAt(zone, own, weeks),
    otherTrainings: row.other_trainings,
  };
}

export const sumsShape = (row: AdoptionSums): shapes.AdoptionSums => ({
  trainings: row.trainings,
  compared: row.compared,
  stepsGiven: row.given,
  stepsPassed: row.passed,
  before: figures('BEFORE', row.threads, row.messages_before),
  after: figures('AFTER', row.threads, row.messages_after),
});
