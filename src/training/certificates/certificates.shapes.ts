// Rows of certificates as GraphQL shows them.
import type { Actor } from '../../platform/actor.js';
import { found } from '../../platform/errors.js';
import { type GraphqlContext, byKey, globalId } from '../../platform/graphql/index.js';
import { dateIn } from '../../platform/local-time.js';
import type * as shapes from './certificates.graphql.js';
import { canWithdraw } from './certificates.policy.js';
import type { CertificateRow, CertificatesReads, CheckedRow, Titles } from './certificates.reads.js';

export const titlesOf = ({ title_ko, title_en }: Titles): shapes.CertificateTitle[] =>
  (
    [
      ['ko', title_ko],
      ['en', title_en],
    ] as const
  ).flatMap(([locale, title]) => (title === null ? [] : [{ locale, title }]));

export const verifyPath = (token: string): string => `/verify/${token}`;

export function certificateShape(
  actor: Actor,
  row: CertificateRow,
  publicUrl: string,
): shapes.CertificateType {
  const withdrawn = row.withdrawn_at !== null;
  return {
    id: globalId('certificate', row.id),
    uuid: row.id,
    personUuid: row.person_id,
    companyUuid: row.company_id,
    sessionUuid: row.session_id,
    number: row.number,
    personName: row.person_name,
    companyName: row.company_name,
    stage: row.stage,
    titles: titlesOf(row),
    issuedAt: row.issued_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnReason: row.withdrawn_reason,
    verifyUrl: row.token && `${publicUrl}${verifyPath(row.token)}`,
    valid: row.token !== null && !withdrawn,
    abilities: {
      withdraw: canWithdraw(actor) && !withdrawn,
      restore: canWithdraw(actor) && withdrawn,
    },
  };
}

export const checkShape = (row: CheckedRow, zone: string): shapes.CertificateCheck => ({
  personName: row.person_name,
  companyName: row.company_name,
  titles: titlesOf(row),
  issuedOn: dateIn(zone, row.issued_at),
  valid: !row.withdrawn,
});

export async function loadCertificate(
  context: GraphqlContext,
  reads: CertificatesReads,
  id: string,
  publicUrl: string,
): Promise<shapes.CertificateType> {
  const row = await context.load('certificate', id, async (ids) =>
    byKey(await reads.byIds(context.actor, ids), (each) => each.id),
  );
  return certificateShape(context.actor, found(row), publicUrl);
}
