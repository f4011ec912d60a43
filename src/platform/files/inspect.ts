// One look at bytes that came in: what they are, under which name they are kept, and what is kept of them.
import { createHash } from 'node:crypto';
import { invalid } from '../errors.js';
import { isPicture, recognise } from './kinds.js';
import { type Picture, developed, plainPicture } from './pictures.js';

export type Inspected = {
  name: string;
  mediaType: string;
  /** What is kept: of pictures not what was sent. */
  bytes: Buffer;
  /** Of `bytes`, in hex. */
  sha256: string;
  /** Pixels; null for what is no picture. */
  width: number | null;
  height: number | null;
  /** WebP; null for what is no picture. */
  thumbnail: Buffer | null;
};

/** Throws INVALID with the reason. Archives and documents are never unpacked. */
export async function inspect(given: Buffer, givenName: string): Promise<Inspected> {
  const { name, mediaType } = await recognise(given, givenName);
  const picture = isPicture(mediaType) ? await developed(given, mediaType) : null;
  const bytes = picture?.bytes ?? given;
  return {
    name,
    mediaType,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    thumbnail: picture?.thumbnail ?? null,
  };
}

/** A picture without anything that tells where it comes from, its name included. Throws INVALID with the reason. */
export async function inspectPicture(given: Buffer, givenName: string): Promise<Picture> {
  const { mediaType } = await recognise(given, givenName);
  if (!isPicture(mediaType))
    throw invalid('NO_PICTURE', 'Only pictures can be posted here: PNG, JPEG, WebP or GIF.', 'file');
  return plainPicture(given, mediaType);
}
