// The door of identity: companies, people, sign-in.
export { audit } from './audit.js';
export { CompaniesService } from './companies.service.js';
export { Company, type Tier } from './company.entity.js';
export { companyCreated, contactJoined, contactLeft } from './identity.events.js';
export { CompanyType, MemberRoleEnum, PersonType, SideEnum, TierEnum } from './identity.graphql.js';
export { IDENTITY_RESOLVERS, IdentityModule } from './identity.module.js';
export { IdentityReads } from './identity.reads.js';
export { loadCompany, loadPerson, loadPersonOrNull } from './identity.shapes.js';
export { Person } from './person.entity.js';
export { digest } from './secrets.js';
export { SignInService } from './sign-in.service.js';
