// Rows of imports to what clients see.
import type { Actor } from '../../platform/actor.js';
import { globalId } from '../../platform/graphql/index.js';
import { FIELDS, missingFields } from './fields.js';
import { type ImportKept, type ImportPreviewRow, type ImportType, choicesOf } from './imports.graphql.js';
import { importAbilities } from './imports.policy.js';
import type { CheckFigures, Figures, ImportRecord, KeptRow } from './imports.reads.js';
import { type Locale, sayProblem } from './problems.js';
import type { PreviewRow } from './reading.service.js';

const figuresShape = (figures: Figures & Partial<CheckFigures>) => ({
  ...figures,
  firstAt: figures.firstAt ? new Date(figures.firstAt) : null,
  lastAt: figures.lastAt ? new Date(figures.lastAt) : null,
});

export const importShape = (actor: Actor, row: ImportRecord): ImportType => ({
  id: globalId('import', row.id),
  uuid: row.id,
  name: row.name,
  source: row.source,
  state: row.state,
  encoding: row.encoding,
  delimiter: row.delimiter,
  bytes: row.bytes,
  rows: row.rows,
  columns: row.columns.map((column, index) => ({ ...column, index })),
  mapping: choicesOf(row.mapping),
  missing: missingFields(row.mapping),
  done: row.done,
  total: row.state === 'UNDOING' ? row.brought.threads : row.rows,
  stopping: row.asked_to_stop,
  figures: row.figures && figuresShape(row.figures),
  brought: figuresShape(row.brought),
  failure: row.failure,
  createdAt: row.created_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  undoneAt: row.undone_at,
  createdByUuid: row.created_by,
  undoneByUuid: row.undone_by,
  abilities: importAbilities(actor, row),
});

export const keptShape = ({ kind, id, name, why }: KeptRow): ImportKept => ({
  kind,
  id: globalId(kind.toLowerCase(), id),
  name,
  why,
});

/** Each cell with the first thing that is wrong with it. */
export const previewShape = (locale: Locale, { line, problems, shown }: PreviewRow): ImportPreviewRow => {
  const said = (field: string | null): string | null => {
    const problem = problems.find((each) => each.field === field);
    return problem ? sayProblem(locale, problem) : null;
  };
  const cells = FIELDS.flatMap((field) => {
    const value = shown[field];
    return value === undefined ? [] : [{ field, value, problem: said(field) }];
  });
  return { line, problem: said(null), cells };
};
