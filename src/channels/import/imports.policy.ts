// Who may import, and what can be done to an import in which state.
import type { Actor } from '../../platform/actor.js';
import { canImport } from '../../identity/index.js';
import { missingFields } from './fields.js';
import type { ImportState, ImportRecord } from './imports.reads.js';

type Standing = Pick<ImportRecord, 'state' | 'started_at' | 'mapping'>;

const within = (record: Standing, ...states: ImportState[]): boolean => states.includes(record.state);

/** Before anything came in; a check that failed may be mended. */
const untouched = (record: Standing): boolean =>
  record.started_at === null && within(record, 'UPLOADED', 'CHECKED', 'FAILED');

export const importAbilities = (actor: Actor, record: Standing) => {
  const may = canImport(actor);
  const mapped = missingFields(record.mapping).length === 0;
  return {
    map: may && untouched(record),
    check: may && untouched(record) && mapped,
    run:
      may &&
      (within(record, 'CHECKED', 'STOPPED') || (within(record, 'FAILED') && record.started_at !== null)),
    stop: may && within(record, 'CHECKING', 'RUNNING'),
    undo: may && record.started_at !== null && within(record, 'DONE', 'STOPPED', 'FAILED'),
    discard: may && untouched(record),
  };
};
export type ImportAbility = keyof ReturnType<typeof importAbilities>;
