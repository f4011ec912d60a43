// The trail in GraphQL.
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/actor.js';
import {
  Acting,
  Ctx,
  Cursors,
  type GraphqlContext,
  localIdOrNull,
  toPage,
} from '../platform/graphql/index.js';
import { AuditEntry, AuditEntryConnection, AuditTrailArgs } from './audit.graphql.js';
import { type AuditRow, AuditReads } from './audit.reads.js';
import { CompanyType } from './company.graphql.js';
import { IdentityReads } from './identity.reads.js';
import { loadCompany, loadPersonOrNull } from './identity.shapes.js';
import { PersonType } from './person.graphql.js';

/** Actions whose `otherId` is a person who took over. */
const TAKEN_OVER = new Set(['DEACTIVATED', 'CONTACT_REMOVED', 'ROLE_CHANGED', 'PERSON_ERASED']);

const entryShape = (row: AuditRow): AuditEntry => ({
  id: String(row.id),
  at: row.at,
  action: row.action,
  from: row.detail.from ?? null,
  role: row.detail.to ?? row.detail.role ?? null,
  reason: row.detail.reason ?? null,
  email: row.detail.email ?? null,
  otherName: row.detail.otherName ?? null,
  count: row.detail.count ?? null,
  actorUuid: row.actor_id,
  personUuid: row.subject_type === 'person' ? row.subject_id : null,
  companyUuid: row.subject_type === 'company' ? row.subject_id : (row.detail.companyId ?? null),
  otherUuid: TAKEN_OVER.has(row.action) ? (row.detail.otherId ?? null) : null,
});

@Resolver(() => AuditEntry)
export class AuditResolver {
  constructor(
    @Inject(AuditReads) private readonly reads: AuditReads,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  @Query(() => AuditEntryConnection, {
    description: 'Changes of roles and access, newest first. For administrators.',
  })
  async auditTrail(@Args() args: AuditTrailArgs, @Acting() actor: Actor): Promise<AuditEntryConnection> {
    const { first, after, personId, action, from, to } = args;
    const filter = {
      personId: localIdOrNull('person', personId),
      action: action ?? null,
      from: from ?? null,
      to: to ?? null,
    };
    const list = { name: 'auditTrail', filter };
    const [at, id] = after ? this.cursors.decode(list, after) : [];
    const rows = await this.reads.trail(
      actor,
      filter,
      first,
      after ? { at: String(at), id: Number(id) } : null,
    );
    return toPage(this.cursors, list, first, rows, (row) => [row.at.toISOString(), row.id], entryShape);
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'Who did it; null: the installation itself.',
  })
  actor(@Parent() entry: AuditEntry, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, entry.actorUuid);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'To whom.' })
  person(@Parent() entry: AuditEntry, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, entry.personUuid);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who took over what was open.' })
  successor(@Parent() entry: AuditEntry, @Ctx() context: GraphqlContext): Promise<PersonType | null> {
    return loadPersonOrNull(context, this.identity, entry.otherUuid);
  }

  @ResolveField(() => CompanyType, { nullable: true, description: 'The company it was about.' })
  async company(@Parent() entry: AuditEntry, @Ctx() context: GraphqlContext): Promise<CompanyType | null> {
    return entry.companyUuid ? loadCompany(context, this.identity, entry.companyUuid) : null;
  }
}
