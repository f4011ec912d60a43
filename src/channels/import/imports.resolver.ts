// Imports in GraphQL. For administrators.
import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/actor.js';
import { toCsv } from '../../platform/csv.js';
import { found } from '../../platform/errors.js';
import {
  Acting,
  Ctx,
  Cursors,
  type GraphqlContext,
  PageArgs,
  localId,
  toPage,
} from '../../platform/graphql/index.js';
import { IdentityReads, LocaleEnum, PersonType, loadPersonOrNull } from '../../identity/index.js';
import * as shapes from './imports.graphql.js';
import { ImportsReads, mustImport } from './imports.reads.js';
import { ImportsService } from './imports.service.js';
import { importShape, keptShape, previewShape } from './imports.shapes.js';
import { type Locale, PROBLEM_HEADS, sayProblem } from './problems.js';
import { ReadingService } from './reading.service.js';
import { UndoingService } from './undoing.service.js';

const PREVIEW_ROWS = 20;

/** Of what stayed; there are seldom more. */
const MOST_KEPT = 100;

const IMPORT = 'import';

@Resolver(() => shapes.ImportType)
export class ImportsResolver {
  constructor(
    @Inject(ImportsService) private readonly service: ImportsService,
    @Inject(ImportsReads) private readonly reads: ImportsReads,
    @Inject(ReadingService) private readonly reading: ReadingService,
    @Inject(UndoingService) private readonly undoing: UndoingService,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  @Query(() => shapes.ImportConnection, { description: 'Newest first. For administrators.' })
  async imports(
    @Args() { first, after }: PageArgs,
    @Acting() actor: Actor,
  ): Promise<shapes.ImportConnection> {
    const list = { name: 'imports', filter: {} };
    const [at, id] = after ? this.cursors.decode(list, after) : [];
    const rows = await this.reads.list(actor, first, after ? [String(at), String(id)] : null);
    return toPage(
      this.cursors,
      list,
      first,
      rows,
      (row) => [row.created_at.toISOString(), row.id],
      (row) => importShape(actor, row),
    );
  }

  @Query(() => shapes.ImportType)
  async import(
    @Args('id', { type: () => ID }) id: string,
    @Acting() actor: Actor,
  ): Promise<shapes.ImportType> {
    mustImport(actor);
    return this.one(actor, localId(IMPORT, id));
  }

  @Query(() => [shapes.ImportPreviewRow], { description: 'The first 20 rows as they would become.' })
  async importPreview(
    @Args('importId', { type: () => ID }) importId: string,
    @Args('locale', { type: () => LocaleEnum, defaultValue: 'ko' }) locale: Locale,
    @Acting() actor: Actor,
  ): Promise<shapes.ImportPreviewRow[]> {
    mustImport(actor);
    const record = found(await this.reads.byId(actor, localId(IMPORT, importId)));
    const rows = await this.reading.preview(record, PREVIEW_ROWS);
    return rows.map((row) => previewShape(locale, row));
  }

  @Query(() => [shapes.ImportProblem], {
    description: 'What the last dry run or run found wrong, by kind, most frequent first.',
  })
  async importProblems(
    @Args('importId', { type: () => ID }) importId: string,
    @Args('locale', { type: () => LocaleEnum, defaultValue: 'ko' }) locale: Locale,
    @Acting() actor: Actor,
  ): Promise<shapes.ImportProblem[]> {
    mustImport(actor);
    const kinds = await this.reads.problemKinds(actor, found(await this.known(actor, importId)).id);
    return kinds.map(({ value, detail, ...kind }) => ({
      ...kind,
      message: sayProblem(locale, { reason: kind.reason, value, detail }),
    }));
  }

  @Query(() => String, { description: 'Everything wrong as CSV: line, column, value, reason.' })
  async importErrorsCsv(
    @Args('importId', { type: () => ID }) importId: string,
    @Args('locale', { type: () => LocaleEnum, defaultValue: 'ko' }) locale: Locale,
    @Acting() actor: Actor,
  ): Promise<string> {
    mustImport(actor);
    const { id } = found(await this.known(actor, importId));
    const rows = await this.reads.problems(actor, id);
    return toCsv([
      PROBLEM_HEADS[locale],
      ...rows.map((problem) => [problem.line, problem.column, problem.value, sayProblem(locale, problem)]),
    ]);
  }

  @Query(() => shapes.ImportLeaving, { description: 'What undoing it now would take away and leave.' })
  async importLeaving(
    @Args('importId', { type: () => ID }) importId: string,
    @Acting() actor: Actor,
  ): Promise<shapes.ImportLeaving> {
    mustImport(actor);
    const leaving = await this.undoing.leaving(actor, localId(IMPORT, importId));
    return { ...leaving, kept: leaving.kept.map(keptShape) };
  }

  @Mutation(() => shapes.MapImportPayload, { description: 'Says what columns mean.' })
  mapImport(
    @Args('input') input: shapes.MapImportInput,
    @Acting() actor: Actor,
  ): Promise<shapes.MapImportPayload> {
    return this.after(actor, input, (id) => this.service.map(actor, id, input.choices, input.source ?? null));
  }

  @Mutation(() => shapes.CheckImportPayload, { description: 'The dry run; changes nothing.' })
  checkImport(
    @Args('input') input: shapes.CheckImportInput,
    @Acting() actor: Actor,
  ): Promise<shapes.CheckImportPayload> {
    return this.after(actor, input, (id) => this.service.check(actor, id));
  }

  @Mutation(() => shapes.RunImportPayload, { description: 'Brings the rows; after a stop it goes on.' })
  runImport(
    @Args('input') input: shapes.RunImportInput,
    @Acting() actor: Actor,
  ): Promise<shapes.RunImportPayload> {
    return this.after(actor, input, (id) => this.service.run(actor, id));
  }

  @Mutation(() => shapes.StopImportPayload, { description: 'After the batch that runs now.' })
  stopImport(
    @Args('input') input: shapes.StopImportInput,
    @Acting() actor: Actor,
  ): Promise<shapes.StopImportPayload> {
    return this.after(actor, input, (id) => this.service.stop(actor, id));
  }

  @Mutation(() => shapes.UndoImportPayload, {
    description: 'Takes away what it brought, but for what people have worked on since.',
  })
  undoImport(
    @Args('input') input: shapes.UndoImportInput,
    @Acting() actor: Actor,
  ): Promise<shapes.UndoImportPayload> {
    return this.after(actor, input, (id) => this.service.undo(actor, id));
  }

  @Mutation(() => shapes.DiscardImportPayload, { description: 'Lets go of a file that brought nothing.' })
  async discardImport(
    @Args('input') { importId }: shapes.DiscardImportInput,
    @Acting() actor: Actor,
  ): Promise<shapes.DiscardImportPayload> {
    mustImport(actor);
    await this.service.discard(actor, localId(IMPORT, importId));
    return { done: true };
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Null: the command line.' })
  createdBy(@Parent() row: shapes.ImportType, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, row.createdByUuid);
  }

  @ResolveField(() => PersonType, { nullable: true })
  undoneBy(@Parent() row: shapes.ImportType, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, row.undoneByUuid);
  }

  @ResolveField(() => [shapes.ImportKept], { description: 'What stayed when it was undone; the first 100.' })
  async kept(@Parent() row: shapes.ImportType, @Acting() actor: Actor): Promise<shapes.ImportKept[]> {
    return row.undoneAt ? (await this.reads.kept(actor, row.uuid, MOST_KEPT)).map(keptShape) : [];
  }

  @ResolveField(() => Int)
  keptCount(@Parent() row: shapes.ImportType, @Acting() actor: Actor): Promise<number> | number {
    return row.undoneAt ? this.reads.keptCount(actor, row.uuid) : 0;
  }

  private async after(
    actor: Actor,
    { importId }: { importId: string },
    work: (id: string) => Promise<void>,
  ): Promise<{ import: shapes.ImportType }> {
    mustImport(actor);
    const id = localId(IMPORT, importId);
    await work(id);
    return { import: await this.one(actor, id) };
  }

  private known(actor: Actor, importId: string) {
    return this.reads.byId(actor, localId(IMPORT, importId));
  }

  private async one(actor: Actor, id: string): Promise<shapes.ImportType> {
    return importShape(actor, found(await this.reads.byId(actor, id)));
  }
}
