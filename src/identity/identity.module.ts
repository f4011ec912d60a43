// Wiring of identity.
import { Module } from '@nestjs/common';
import { CompaniesService } from './companies.service.js';
import { CompanyResolver, PersonResolver } from './identity.resolver.js';
import { IdentityReads } from './identity.reads.js';
import { PeopleService } from './people.service.js';
import { SignInResolver } from './sign-in.resolver.js';
import { SignInService } from './sign-in.service.js';

/** What adds to the GraphQL schema. */
export const IDENTITY_RESOLVERS = [SignInResolver, CompanyResolver, PersonResolver];

@Module({
  providers: [CompaniesService, PeopleService, SignInService, IdentityReads, ...IDENTITY_RESOLVERS],
  exports: [CompaniesService, SignInService, IdentityReads],
})
export class IdentityModule {}
