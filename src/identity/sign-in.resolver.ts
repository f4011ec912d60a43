// Sign-in, sign-out and the person's own things.
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, answers, isStaff, leads, personOf } from '../platform/actor.js';
import { CONFIG, type Config, listensOnLoopback } from '../platform/config.js';
import { Refusal, found, invalid, unauthenticated } from '../platform/errors.js';
import { Acting, Ctx, type GraphqlContext, globalId, localId } from '../platform/graphql/index.js';
import { Mailer } from '../platform/mail/index.js';
import { dropCookie, keepCookie } from '../platform/session/index.js';
import {
  canManageCompanies,
  canManageStaff,
  canMerge,
  canImport,
  canReadAudit,
  canReadOutbox,
} from './identity.policy.js';
import { IdentityReads } from './identity.reads.js';
import { companyShape, loadCompany, personShape } from './identity.shapes.js';
import * as own from './me.graphql.js';
import { PeopleService } from './people.service.js';
import * as shapes from './sign-in.graphql.js';
import { type NewSession, SignInService } from './sign-in.service.js';

@Resolver()
export class SignInResolver {
  constructor(
    @Inject(SignInService) private readonly signIns: SignInService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(IdentityReads) private readonly reads: IdentityReads,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => own.InstallationType)
  async installation(): Promise<own.InstallationType> {
    const { provider_name, zone } = await this.reads.installation();
    return {
      providerName: provider_name,
      zone,
      mailIsSent: this.mailer.delivers,
      fileLimitMb: this.config.fileLimitMb,
    };
  }

  @Query(() => own.Me, { nullable: true, description: 'Null for a stranger.' })
  async me(@Ctx() context: GraphqlContext): Promise<own.Me | null> {
    const { actor } = context;
    const id = personOf(actor);
    if (!id) return null;
    const [row, companies] = await Promise.all([this.reads.self(id), this.reads.companiesOf(id)]);
    const self = found(row);
    return {
      person: personShape(actor, self),
      locale: self.locale,
      zone: self.zone,
      quietFrom: self.quiet_from,
      quietTo: self.quiet_to,
      quietWeekends: self.quiet_weekends,
      role: isStaff(actor) ? actor.role : null,
      company: actor.kind === 'contact' ? await loadCompany(context, this.reads, actor.companyId) : null,
      companies: companies.map(companyShape),
      abilities: {
        answer: answers(actor),
        leadTeam: leads(actor),
        reviewVoc: isStaff(actor),
        readWeekly: isStaff(actor),
        manageCompanies: canManageCompanies(actor),
        manageStaff: canManageStaff(actor),
        readOutbox: canReadOutbox(actor),
        merge: canMerge(actor),
        readAudit: canReadAudit(actor),
        import: canImport(actor),
      },
    };
  }

  @Query(() => [own.DemoPerson], {
    description: 'Empty unless the demonstration is loaded and only this machine can reach the server.',
  })
  async demoPeople(): Promise<own.DemoPerson[]> {
    if (!listensOnLoopback(this.config)) return [];
    const rows = await this.reads.demoPeople();
    return rows.map((row) => ({
      id: globalId('person', row.id),
      name: row.name,
      title: row.title,
      role: row.staff_role,
      company: row.company,
    }));
  }

  @Mutation(() => shapes.SignInPayload, {
    description: 'The sixth failed try within half an hour is RATE_LIMITED.',
  })
  async signIn(
    @Args('input') input: shapes.SignInInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.SignInPayload> {
    const session = await this.signIns.withPassword(
      input.email,
      input.password,
      context.request?.ip ?? '',
      agentOf(context),
    );
    return this.keep(context, session, input.keep);
  }

  @Mutation(() => shapes.RequestSignInLinkPayload, {
    description: 'Mails a link that works once, for 15 minutes.',
  })
  async requestSignInLink(
    @Args('input') input: shapes.RequestSignInLinkInput,
  ): Promise<shapes.RequestSignInLinkPayload> {
    await this.signIns.requestLink('SIGN_IN', input.email);
    return { done: true };
  }

  @Mutation(() => shapes.UseSignInLinkPayload)
  async useSignInLink(
    @Args('input') input: shapes.UseSignInLinkInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.UseSignInLinkPayload> {
    return this.keep(context, await this.signIns.useSignInLink(input.token, agentOf(context)), input.keep);
  }

  @Mutation(() => shapes.RequestPasswordLinkPayload, {
    description: 'Mails a link with which a new password can be chosen.',
  })
  async requestPasswordLink(
    @Args('input') input: shapes.RequestPasswordLinkInput,
  ): Promise<shapes.RequestPasswordLinkPayload> {
    await this.signIns.requestLink('PASSWORD', input.email);
    return { done: true };
  }

  @Mutation(() => shapes.SetPasswordPayload, {
    description: 'Sets the password, ends all other sessions, signs in.',
  })
  async setPassword(
    @Args('input') input: shapes.SetPasswordInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.SetPasswordPayload> {
    return this.keep(
      context,
      await this.signIns.setPassword(input.token, input.password, agentOf(context)),
      'COOKIE',
    );
  }

  @Mutation(() => shapes.AcceptInvitationPayload)
  async acceptInvitation(
    @Args('input') input: shapes.AcceptInvitationInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.AcceptInvitationPayload> {
    const session = await this.signIns.acceptInvitation(
      input.token,
      input.name,
      input.password ?? null,
      agentOf(context),
      input.locale,
    );
    return this.keep(context, session, 'COOKIE');
  }

  @Mutation(() => shapes.MakeFirstAdministratorPayload, {
    description: 'With the one-time link that the first start prints.',
  })
  async makeFirstAdministrator(
    @Args('input') input: shapes.MakeFirstAdministratorInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.MakeFirstAdministratorPayload> {
    const { token, name, email, password, locale } = input;
    return this.keep(
      context,
      await this.signIns.makeFirstAdministrator(token, name, email, password, agentOf(context), locale),
      'COOKIE',
    );
  }

  @Mutation(() => shapes.SignInAsDemoPayload, { description: 'Only while demoPeople offers the person.' })
  async signInAsDemo(
    @Args('input') input: shapes.SignInAsDemoInput,
    @Ctx() context: GraphqlContext,
  ): Promise<shapes.SignInAsDemoPayload> {
    const offered = await this.demoPeople();
    if (!offered.some(({ id }) => id === input.personId)) {
      throw new Refusal('NOT_FOUND', 'NO_DEMO', 'There is no one-click log-in here.', 'personId');
    }
    return this.keep(
      context,
      await this.signIns.asPerson(localId('person', input.personId), agentOf(context)),
      'COOKIE',
    );
  }

  @Mutation(() => shapes.SignOutPayload, { description: 'Ends this session.' })
  async signOut(@Ctx() context: GraphqlContext): Promise<shapes.SignOutPayload> {
    await this.signIns.signOut(context.actor);
    if (context.reply) dropCookie(context.reply, this.config);
    return { done: true };
  }

  @Mutation(() => shapes.SignOutEverywherePayload, {
    description: 'Ends all sessions of the person, on every device.',
  })
  async signOutEverywhere(@Ctx() context: GraphqlContext): Promise<shapes.SignOutEverywherePayload> {
    await this.signIns.signOutEverywhere(context.actor);
    if (context.reply) dropCookie(context.reply, this.config);
    return { done: true };
  }

  @Mutation(() => own.UpdateProfilePayload)
  async updateProfile(
    @Args('input') input: own.UpdateProfileInput,
    @Acting() actor: Actor,
  ): Promise<own.UpdateProfilePayload> {
    if (actor.kind === 'anonymous') throw unauthenticated();
    await this.people.updateProfile(actor, input);
    return { done: true };
  }

  private keep(
    context: GraphqlContext,
    session: NewSession,
    keep: 'COOKIE' | 'TOKEN',
  ): { token: string | null } {
    if (keep === 'TOKEN') return { token: session.token };
    if (!context.reply) throw invalid('KEEP', 'A cookie cannot be set here; ask for keep: TOKEN.', 'keep');
    keepCookie(context.reply, this.config, session.token);
    return { token: null };
  }
}

const agentOf = (context: GraphqlContext): string | null => context.request?.headers['user-agent'] ?? null;
