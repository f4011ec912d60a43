// Certificates in GraphQL: one's own, a company's, a session's, and the question whether one is true.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CONFIG, type Config } from '../../platform/config.js';
import { Refusal, must } from '../../platform/errors.js';
import { Ctx, type GraphqlContext, Nodes, groupBy, localId } from '../../platform/graphql/index.js';
import { Rates } from '../../platform/rates.js';
import { CompanyType, IdentityReads, PersonType, loadCompany, loadPerson } from '../../identity/index.js';
import { NotificationType } from '../../notifications/index.js';
import { SpaceType } from '../../spaces/index.js';
import { companyInUrls } from '../courses/index.js';
import { TrainingSessionType } from '../sessions/index.js';
import * as shapes from './certificates.graphql.js';
import { type CertificateRow, CertificatesReads } from './certificates.reads.js';
import { CertificatesService } from './certificates.service.js';
import { certificateShape, checkShape, loadCertificate } from './certificates.shapes.js';

@Resolver(() => shapes.CertificateType)
export class CertificatesResolver {
  constructor(
    @Inject(CertificatesReads) private readonly reads: CertificatesReads,
    @Inject(CertificatesService) private readonly service: CertificatesService,
    @Inject(IdentityReads) private readonly identity: IdentityReads,
    @Inject(Rates) private readonly rates: Rates,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Nodes) nodes: Nodes,
  ) {
    nodes.register('certificate', 'Certificate', (context, id) => this.load(context, id));
  }

  @Query(() => [shapes.CertificateType], {
    description: 'Of a contact, for the company they act for: their own, newest first.',
  })
  async myCertificates(@Ctx() { actor }: GraphqlContext): Promise<shapes.CertificateType[]> {
    must(actor.kind === 'contact');
    return (await this.reads.mine(actor)).map((row) => certificateShape(actor, row, this.config.publicUrl));
  }

  @Query(() => shapes.CertificateCheck, {
    nullable: true,
    description:
      'Whether a certificate is true, for whoever has its link; nobody need be signed in. Null for every wrong token.',
  })
  async verifyCertificate(
    @Args('token') token: string,
    @Ctx() { request }: GraphqlContext,
  ): Promise<shapes.CertificateCheck | null> {
    if (request) this.rates.verification(request.ip);
    const row = await this.reads.check(token);
    return row && checkShape(row, this.config.zone);
  }

  @Mutation(() => shapes.WithdrawCertificatePayload, {
    description:
      'Staff who answer. A pass that is judged otherwise later takes no certificate back; this does.',
  })
  async withdrawCertificate(
    @Args('input') { certificateId, reason }: shapes.WithdrawCertificateInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.WithdrawCertificatePayload> {
    const id = await this.service.withdraw(context.actor, localId('certificate', certificateId), reason);
    return { certificate: await this.load(context, id) };
  }

  @Mutation(() => shapes.RestoreCertificatePayload, { description: 'Staff who answer.' })
  async restoreCertificate(
    @Args('input') { certificateId }: shapes.RestoreCertificateInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.RestoreCertificatePayload> {
    const id = await this.service.restore(context.actor, localId('certificate', certificateId));
    return { certificate: await this.load(context, id) };
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'A path of this server; locale=en for English. Null when it was withdrawn.',
  })
  async pdfUrl(
    @Parent() { id, valid }: shapes.CertificateType,
    @Ctx() context: GraphqlContext,
  ): Promise<string | null> {
    if (!valid) return null;
    const company = await companyInUrls(context, this.identity);
    return `/certificates/${id}.pdf${company ? `?company=${encodeURIComponent(company)}` : ''}`;
  }

  @ResolveField(() => PersonType)
  person(@Parent() certificate: shapes.CertificateType, @Ctx() context: GraphqlContext): Promise<PersonType> {
    return loadPerson(context, this.identity, certificate.personUuid);
  }

  @ResolveField(() => CompanyType)
  company(
    @Parent() certificate: shapes.CertificateType,
    @Ctx() context: GraphqlContext,
  ): Promise<CompanyType> {
    return loadCompany(context, this.identity, certificate.companyUuid);
  }

  private load(context: GraphqlContext, id: string): Promise<shapes.CertificateType> {
    return loadCertificate(context, this.reads, id, this.config.publicUrl);
  }
}

@Resolver(() => SpaceType)
export class SpaceCertificatesResolver {
  constructor(
    @Inject(CertificatesReads) private readonly reads: CertificatesReads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ResolveField(() => [shapes.CertificateType], {
    description: 'Newest first: of the whole company for its owner and staff, of everybody else their own.',
  })
  async certificates(
    @Parent() space: SpaceType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CertificateType[]> {
    const rows = await context.load('companyCertificates', space.companyUuid, async (ids) =>
      groupBy(await this.reads.ofCompanies(context.actor, ids), (each) => each.company_id),
    );
    return (rows ?? []).map((row) => certificateShape(context.actor, row, this.config.publicUrl));
  }
}

@Resolver(() => TrainingSessionType)
export class SessionCertificatesResolver {
  constructor(
    @Inject(CertificatesReads) private readonly reads: CertificatesReads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ResolveField(() => [shapes.CertificateType], {
    description: 'Of who has finished it, as far as the viewer sees them.',
  })
  async certificates(
    @Parent() session: TrainingSessionType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CertificateType[]> {
    const rows: CertificateRow[] | null = await context.load(
      'sessionCertificates',
      session.uuid,
      async (ids) => groupBy(await this.reads.ofSessions(context.actor, ids), (each) => each.session_id),
    );
    return (rows ?? []).map((row) => certificateShape(context.actor, row, this.config.publicUrl));
  }
}

@Resolver(() => NotificationType)
export class NotificationCertificateResolver {
  constructor(
    @Inject(CertificatesReads) private readonly reads: CertificatesReads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ResolveField(() => shapes.CertificateType, {
    nullable: true,
    description: 'Null when the viewer no longer sees it.',
  })
  async certificate(
    @Parent() notification: NotificationType,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.CertificateType | null> {
    if (notification.subjectType !== 'certificate') return null;
    try {
      return await loadCertificate(context, this.reads, notification.subjectUuid, this.config.publicUrl);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }
}
