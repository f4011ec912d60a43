// The door of identity: companies, people, sign-in.
export { audit } from './audit.js';
export { CompaniesService } from './companies.service.js';
export { Company, TIERS, type Tier } from './company.entity.js';
export {
  ACCESS_ENDED,
  type AccessEnded,
  companyCreated,
  contactJoined,
  contactLeft,
  personDeactivated,
  staffJoined,
} from './identity.events.js';
export { CompanyType, LocaleEnum, MemberRoleEnum, PersonType, SideEnum, TierEnum } from './identity.graphql.js';
export { IDENTITY_RESOLVERS, IdentityModule } from './identity.module.js';
export { canManageCompanies, staffOnly, visibleCompanies, visiblePeople } from './identity.policy.js';
export { IdentityReads } from './identity.reads.js';
export { companyShape, loadCompany, loadPerson, loadPersonOrNull, personShape } from './identity.shapes.js';
export { LOCALES, type Locale, Person } from './person.entity.js';
export { digest, hashPassword } from './secrets.js';
export { SignInService } from './sign-in.service.js';
