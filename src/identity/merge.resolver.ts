// Duplicates in GraphQL: proposals, previews, merging and undoing. For administrators.
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/actor.js';
import { found, invalid, must } from '../platform/errors.js';
import {
  Acting,
  Ctx,
  Cursors,
  type GraphqlContext,
  PageArgs,
  globalId,
  localId,
  toPage,
} from '../platform/graphql/index.js';
import { canMerge } from './identity.policy.js';
import { IdentityReads } from './identity.reads.js';
import { companyShape, loadCompany, loadPerson, loadPersonOrNull } from './identity.shapes.js';
import * as shapes from './merge.graphql.js';
import { whyNotPeople } from './merge-rules.js';
import { type MergeRow, MergesReads } from './merges.reads.js';
import { MergesService } from './merges.service.js';
import { PersonType } from './person.graphql.js';

const mergeShape = (row: MergeRow): shapes.MergeType => ({
  id: globalId('merge', row.id),
  kind: row.kind,
  keptId: globalId(row.kind === 'PERSON' ? 'person' : 'company', row.kept_id),
  keptName: row.kept_name,
  duplicateName: row.duplicate_name,
  duplicateLabel: row.duplicate_label,
  mergedAt: row.merged_at,
  undoneAt: row.undone_at,
  canUndo: row.undone_at === null && !row.built_on && !row.erased,
  mergedByUuid: row.merged_by,
  undoneByUuid: row.undone_by,
});

@Resolver(() => shapes.MergeType)
export class MergeResolver {
  constructor(
    @Inject(MergesService) private readonly service: MergesService,
    @Inject(MergesReads) private readonly reads: MergesReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  @Query(() => shapes.MergeConnection, { description: 'Newest first, undone ones too. For administrators.' })
  async merges(@Args() { first, after }: PageArgs, @Acting() actor: Actor): Promise<shapes.MergeConnection> {
    const list = { name: 'merges', filter: null };
    const [at, id] = after ? this.cursors.decode(list, after) : [];
    const rows = await this.reads.merges(actor, first, after ? { at: String(at), id: String(id) } : null);
    return toPage(
      this.cursors,
      list,
      first,
      rows,
      (row) => [row.merged_at.toISOString(), row.id],
      mergeShape,
    );
  }

  @Query(() => [shapes.DuplicatePeople], { description: 'People who are probably one. For administrators.' })
  async duplicatePeople(@Ctx() context: GraphqlContext): Promise<shapes.DuplicatePeople[]> {
    const rows = await this.reads.duplicatePeople(context.actor);
    return Promise.all(
      rows.map(async ({ one, other, why }) => ({
        one: await loadPerson(context, this.identity, one),
        other: await loadPerson(context, this.identity, other),
        why: why as 'NAME',
      })),
    );
  }

  @Query(() => [shapes.DuplicateCompanies], {
    description: 'Companies that are probably one. For administrators.',
  })
  async duplicateCompanies(@Ctx() context: GraphqlContext): Promise<shapes.DuplicateCompanies[]> {
    const rows = await this.reads.duplicateCompanies(context.actor);
    return Promise.all(
      rows.map(async ({ one, other, why }) => ({
        one: await loadCompany(context, this.identity, one),
        other: await loadCompany(context, this.identity, other),
        why: why as 'NAME',
      })),
    );
  }

  @Query(() => shapes.MergePreview, { description: 'What would move. For administrators.' })
  async peopleMergePreview(
    @Args('keepPersonId', { type: () => ID }) keepPersonId: string,
    @Args('duplicatePersonId', { type: () => ID }) duplicatePersonId: string,
    @Acting() actor: Actor,
  ): Promise<shapes.MergePreview> {
    must(canMerge(actor));
    const [keptUuid, duplicateUuid] = pair('person', keepPersonId, duplicatePersonId);
    const rows = await this.reads.candidates(actor, [keptUuid, duplicateUuid]);
    const kept = found(rows.find(({ id }) => id === keptUuid));
    const duplicate = found(rows.find(({ id }) => id === duplicateUuid));
    return {
      kind: 'PERSON',
      problem: whyNotPeople(actor, kept, duplicate),
      addresses: [duplicate.email],
      memberships: (await this.identity.companiesOf(duplicateUuid)).map(companyShape),
      contacts: 0,
      keptUuid,
      duplicateUuid,
    };
  }

  @Query(() => shapes.MergePreview, { description: 'What would move. For administrators.' })
  async companiesMergePreview(
    @Args('keepCompanyId', { type: () => ID }) keepCompanyId: string,
    @Args('duplicateCompanyId', { type: () => ID }) duplicateCompanyId: string,
    @Acting() actor: Actor,
  ): Promise<shapes.MergePreview> {
    must(canMerge(actor));
    const [keptUuid, duplicateUuid] = pair('company', keepCompanyId, duplicateCompanyId);
    const rows = await this.reads.companyCandidates(actor, [keptUuid, duplicateUuid]);
    const kept = found(rows.find(({ id }) => id === keptUuid));
    const duplicate = found(rows.find(({ id }) => id === duplicateUuid));
    return {
      kind: 'COMPANY',
      problem: kept.merged || duplicate.merged ? 'MERGED' : null,
      addresses: duplicate.domains,
      memberships: [],
      contacts: duplicate.contacts,
      keptUuid,
      duplicateUuid,
    };
  }

  @ResolveField(() => PersonType, { nullable: true })
  mergedBy(@Parent() merge: shapes.MergeType, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, merge.mergedByUuid);
  }

  @ResolveField(() => PersonType, { nullable: true })
  undoneBy(@Parent() merge: shapes.MergeType, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, merge.undoneByUuid);
  }

  @Mutation(() => shapes.MergePeoplePayload, {
    description: 'Memberships, threads and words of the duplicate become those of the kept person.',
  })
  async mergePeople(
    @Args('input') { keepPersonId, duplicatePersonId }: shapes.MergePeopleInput,
    @Acting() actor: Actor,
  ): Promise<shapes.MergePeoplePayload> {
    const [kept, duplicate] = [localId('person', keepPersonId), localId('person', duplicatePersonId)];
    return this.payload(actor, await this.service.mergePeople(actor, kept, duplicate));
  }

  @Mutation(() => shapes.MergeCompaniesPayload, {
    description: 'Contacts, domains, hotline and VOC of the duplicate become those of the kept company.',
  })
  async mergeCompanies(
    @Args('input') { keepCompanyId, duplicateCompanyId }: shapes.MergeCompaniesInput,
    @Acting() actor: Actor,
  ): Promise<shapes.MergeCompaniesPayload> {
    const [kept, duplicate] = [localId('company', keepCompanyId), localId('company', duplicateCompanyId)];
    return this.payload(actor, await this.service.mergeCompanies(actor, kept, duplicate));
  }

  @Mutation(() => shapes.UndoMergePayload, {
    description: 'CONFLICT (LATER_MERGE) while a later merge builds on it.',
  })
  async undoMerge(
    @Args('input') { mergeId }: shapes.UndoMergeInput,
    @Acting() actor: Actor,
  ): Promise<shapes.UndoMergePayload> {
    return this.payload(actor, await this.service.undo(actor, localId('merge', mergeId)));
  }

  private async payload(actor: Actor, id: string): Promise<{ merge: shapes.MergeType }> {
    return { merge: mergeShape(found((await this.reads.mergesByIds(actor, [id]))[0])) };
  }
}

function pair(type: string, keep: string, duplicate: string): [kept: string, duplicate: string] {
  const ids: [string, string] = [localId(type, keep), localId(type, duplicate)];
  if (ids[0] === ids[1]) throw invalid('SAME', 'Choose two different ones.');
  return ids;
}
