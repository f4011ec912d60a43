// Rows of attachments to what clients see: addresses that carry the company one acts for.
import type { Actor } from '../platform/actor.js';
import { isPicture } from '../platform/files/index.js';
import { type GraphqlContext, globalId } from '../platform/graphql/index.js';
import { type IdentityReads, loadCompany } from '../identity/index.js';
import type { AttachmentType } from './attachments.graphql.js';
import type { AttachmentRow } from './attachments.reads.js';

/** `company`: the handle that a contact acts for; an <img> sends no header, so that it stands in the address. */
export function attachmentShape(row: AttachmentRow, company: string | null): AttachmentType {
  const id = globalId('attachment', row.id);
  const query = company ? `?company=${encodeURIComponent(company)}` : '';
  const inline = isPicture(row.media_type);
  return {
    id,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    url: `/files/${id}/${encodeURIComponent(row.name)}${query}`,
    thumbnailUrl: inline ? `/files/${id}/thumbnail${query}` : null,
    inline,
  };
}

export async function companyInUrls(
  context: GraphqlContext,
  identity: IdentityReads,
): Promise<string | null> {
  const { actor }: { actor: Actor } = context;
  return actor.kind === 'contact' ? (await loadCompany(context, identity, actor.companyId)).handle : null;
}
