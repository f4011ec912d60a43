// Wiring of certificates.
import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import { NotificationsModule } from '../../notifications/index.js';
import { SpacesModule } from '../../spaces/index.js';
import { AwardingService } from './awarding.service.js';
import { CertificatesJobs } from './certificates.jobs.js';
import { CertificatesReads } from './certificates.reads.js';
import {
  CertificatesResolver,
  NotificationCertificateResolver,
  SessionCertificatesResolver,
  SpaceCertificatesResolver,
} from './certificates.resolver.js';
import { CertificatesService } from './certificates.service.js';
import { CertificateDescriber } from './describing.js';
import { HonourResolver } from './honour.resolver.js';
import { HonourService } from './honour.service.js';

/** What adds to the GraphQL schema. */
export const CERTIFICATES_RESOLVERS = [
  CertificatesResolver,
  SpaceCertificatesResolver,
  SessionCertificatesResolver,
  NotificationCertificateResolver,
  HonourResolver,
];

@Module({
  imports: [IdentityModule, NotificationsModule, SpacesModule],
  providers: [
    CertificatesReads,
    CertificatesService,
    AwardingService,
    HonourService,
    CertificateDescriber,
    CertificatesJobs,
    ...CERTIFICATES_RESOLVERS,
  ],
  exports: [AwardingService, HonourService],
})
export class CertificatesModule {}
