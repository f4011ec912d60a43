// Wiring of identity.
import { Module } from '@nestjs/common';
import { AuditReads } from './audit.reads.js';
import { AuditResolver } from './audit.resolver.js';
import { CompaniesService } from './companies.service.js';
import { CompanyResolver } from './company.resolver.js';
import { ErasingResolver } from './erasing.resolver.js';
import { ErasingService } from './erasing.service.js';
import { ExportingService } from './exporting.service.js';
import { IdentityJobs } from './identity.jobs.js';
import { IdentityReads } from './identity.reads.js';
import { LastUsed } from './last-used.js';
import { MergeResolver } from './merge.resolver.js';
import { MergesReads } from './merges.reads.js';
import { MergesService } from './merges.service.js';
import { PeopleService } from './people.service.js';
import { PersonalData } from './personal-data.js';
import { PersonResolver } from './person.resolver.js';
import { SessionsResolver } from './sessions.resolver.js';
import { SessionsService } from './sessions.service.js';
import { SignInResolver } from './sign-in.resolver.js';
import { SignInService } from './sign-in.service.js';

/** What adds to the GraphQL schema. */
export const IDENTITY_RESOLVERS = [
  SignInResolver,
  SessionsResolver,
  CompanyResolver,
  PersonResolver,
  MergeResolver,
  ErasingResolver,
  AuditResolver,
];

@Module({
  providers: [
    CompaniesService,
    PeopleService,
    SignInService,
    SessionsService,
    LastUsed,
    IdentityJobs,
    MergesService,
    PersonalData,
    ExportingService,
    ErasingService,
    IdentityReads,
    MergesReads,
    AuditReads,
    ...IDENTITY_RESOLVERS,
  ],
  exports: [CompaniesService, SignInService, IdentityReads, LastUsed, PersonalData, ErasingService],
})
export class IdentityModule {}
