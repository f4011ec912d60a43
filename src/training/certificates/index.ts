// The door of certificates.
export { AwardingService } from './awarding.service.js';
export { serveCertificates } from './certificates.http.js';
export { HonourService } from './honour.service.js';
export { CERTIFICATES_RESOLVERS, CertificatesModule } from './certificates.module.js';
