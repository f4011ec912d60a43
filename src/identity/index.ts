// The door of identity: companies, people, sign-in.
export { audit } from './audit.js';
export { CompaniesService } from './companies.service.js';
export { Company, type Tier } from './company.entity.js';
export { CompanyType } from './company.graphql.js';
export { nameAsFormer } from './contacts.js';
export {
  companiesMerged,
  companiesMergeUndone,
  companyCreated,
  contactJoined,
  contactLeft,
  erasureBegins,
  peopleMerged,
  peopleMergeUndone,
  personDeactivated,
  personErased,
  personErasing,
  personTopic,
  type Reached,
  staffRoleChanged,
} from './identity.events.js';
export { names, REMOVED, type Traces, without } from './erased.js';
export { ErasingService } from './erasing.service.js';
export { erasuresFile, readErasures, writeErasures } from './erasures-file.js';
export { servePersonalData } from './exporting.http.js';
export { IDENTITY_RESOLVERS, IdentityModule } from './identity.module.js';
export { IdentityReads } from './identity.reads.js';
export {
  applyChanges,
  type Change,
  type KeptTable,
  recallPart,
  rememberPart,
  revertChanges,
  type Row,
  rowsOf,
} from './kept-rows.js';
export { LastUsed } from './last-used.js';
export { MergePreview } from './merge.graphql.js';
export { loadCompany, loadPerson, loadPersonOrNull } from './identity.shapes.js';
export { canImport, staffOnly } from './identity.policy.js';
export { PersonalData, type PersonalPart } from './personal-data.js';
export { Person } from './person.entity.js';
export { PersonType } from './person.graphql.js';
export { digest } from './secrets.js';
export { SignInService } from './sign-in.service.js';
export { removeContacts, removeUnusedCompanies, removeUnusedPeople, untouchedCompanies } from './unused.js';
export { LocaleEnum, MemberRoleEnum, SideEnum, TierEnum } from './words.graphql.js';
