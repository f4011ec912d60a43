// A history by the command line: the same import as on the page, without a dry run and in one go.
import { Inject, Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { system } from '../../platform/actor.js';
import { found } from '../../platform/errors.js';
import { ImportsReads } from './imports.reads.js';
import { ImportsService } from './imports.service.js';
import { type Problem, sayProblem } from './problems.js';
import { RunningService } from './running.service.js';

export type RowProblem = { line: number; reason: string };

export type ImportSummary = {
  rows: number;
  imported: number;
  /** Brought by an earlier run, unchanged since. */
  already: number;
  /** Changed since an earlier run: listed, never written over what people may have edited. */
  conflicts: RowProblem[];
  errors: RowProblem[];
};

export type ImportOptions = {
  /** Names the system the rows come from; the key of a row is (source, external id). */
  source: string;
  onProgress?: (so: { rows: number; imported: number; wrong: number }) => void;
};

@Injectable()
export class ImportService {
  constructor(
    @Inject(ImportsService) private readonly imports: ImportsService,
    @Inject(ImportsReads) private readonly reads: ImportsReads,
    @Inject(RunningService) private readonly running: RunningService,
  ) {}

  /**
   * Interrupted, it can be brought again and goes on where it was; repeated, it does nothing. A wrong row is listed
   * with its line and the rest goes on. Throws INVALID when columns are missing.
   */
  async bringFile(file: string, { source, onProgress }: ImportOptions): Promise<ImportSummary> {
    const id = await this.imports.receive(system, basename(file), await readFile(file), source);
    try {
      await this.imports.startHere(system, id);
    } catch (error) {
      await this.imports.discard(system, id);
      throw error;
    }
    try {
      await this.running.run(id, (rows, { threads, wrong }) =>
        onProgress?.({ rows, imported: threads, wrong }),
      );
    } catch (error) {
      await this.imports.fail(id, 'CUT').catch(() => {});
      throw error;
    }
    const { rows, brought } = found(await this.reads.byId(system, id));
    const problems = await this.reads.problems(system, id);
    const told = (wanted: (problem: Problem) => boolean) => byLine(problems.filter(wanted));
    return {
      rows,
      imported: brought.threads,
      already: brought.already,
      conflicts: told(({ reason }) => reason === 'CHANGED'),
      errors: told(({ reason }) => reason !== 'CHANGED'),
    };
  }
}

/** One sentence for each line, whatever number of its cells are wrong. */
function byLine(problems: Problem[]): RowProblem[] {
  const lines = new Map<number, string[]>();
  for (const problem of problems) {
    const sentence = sayProblem('en', problem);
    const said = problem.column ? `${problem.column}: ${sentence}` : sentence;
    lines.set(problem.line, [...(lines.get(problem.line) ?? []), said]);
  }
  return [...lines].map(([line, said]) => ({ line, reason: said.join('; ') }));
}
