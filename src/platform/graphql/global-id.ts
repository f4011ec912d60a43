// Ids as clients see them: 'thread_0190…' – the type and the uuid's hex digits, so that types cannot be swapped.
import { notFound } from '../errors.js';

const UUID = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

export const globalId = (type: string, uuid: string): string => `${type}_${uuid.replaceAll('-', '')}`;

/** 'thread_0190…' → ['thread', uuid], or null for what is no id of ours. */
export function splitGlobalId(id: string): [type: string, uuid: string] | null {
  const at = id.lastIndexOf('_');
  const match = UUID.exec(id.slice(at + 1));
  if (at < 1 || !match) return null;
  return [id.slice(0, at), match.slice(1).join('-')];
}

/** The uuid of an id of this type. Any other id is answered like one that does not exist. */
export function localId(type: string, id: string): string {
  const parts = splitGlobalId(id);
  if (parts?.[0] !== type) throw notFound();
  return parts[1];
}

export const localIdOrNull = (type: string, id: string | null | undefined): string | null =>
  id === null || id === undefined ? null : localId(type, id);
