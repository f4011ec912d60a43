// Which files we take, and what a file is: its bytes decide, and its name must say the same.
import { type FileTypeResult, fileTypeFromBuffer } from 'file-type';
import { type Refusal, invalid } from '../errors.js';
import { joinFileName, splitFileName } from './file-name.js';

type Kind = {
  mediaType: string;
  /** What such bytes are found to be; `text` has no magic bytes and is read as UTF-8. */
  found: string[] | 'text';
  /** A second look, for what shares its container with others. */
  proves?: (bytes: Buffer) => boolean;
};

const ZIP = 'application/zip';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const office = (part: string): Kind => ({ mediaType: `${OFFICE}.${part}`, found: [`${OFFICE}.${part}`] });
const text = (mediaType: string): Kind => ({ mediaType, found: 'text' });
const jpeg: Kind = { mediaType: 'image/jpeg', found: ['image/jpeg'] };

/** By extension. What a browser would run (HTML, SVG, XML) is kept too, but never shown: see `servedAs`. */
const KINDS: Record<string, Kind> = {
  png: { mediaType: 'image/png', found: ['image/png', 'image/apng'] },
  jpg: jpeg,
  jpeg,
  gif: { mediaType: 'image/gif', found: ['image/gif'] },
  webp: { mediaType: 'image/webp', found: ['image/webp'] },
  pdf: { mediaType: 'application/pdf', found: ['application/pdf'] },
  docx: office('wordprocessingml.document'),
  xlsx: office('spreadsheetml.sheet'),
  pptx: office('presentationml.presentation'),
  hwp: {
    mediaType: 'application/vnd.hancom.hwp',
    found: ['application/x-cfb'],
    proves: (bytes) => bytes.includes('HWP Document File'),
  },
  hwpx: {
    mediaType: 'application/vnd.hancom.hwpx',
    found: [ZIP, 'application/hwp+zip'],
    // The first entry of the archive is stored unpacked and says what it is.
    proves: (bytes) => bytes.subarray(30, 90).includes('mimetypeapplication/hwp+zip'),
  },
  zip: { mediaType: ZIP, found: [ZIP] },
  mp4: { mediaType: 'video/mp4', found: ['video/mp4', 'video/x-m4v'] },
  mov: { mediaType: 'video/quicktime', found: ['video/quicktime'] },
  txt: text('text/plain'),
  log: text('text/plain'),
  csv: text('text/csv'),
  json: text('application/json'),
  md: text('text/markdown'),
  xml: text('application/xml'),
  html: text('text/html'),
  htm: text('text/html'),
  svg: text('image/svg+xml'),
};

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Pictures made of points: the only kind that is shown in a page. */
export const isPicture = (mediaType: string): boolean => PICTURES.has(mediaType);

/** Media types whose bytes a browser might run are not named to it at all. */
const ACTIVE = new Set(['text/html', 'image/svg+xml', 'application/xml']);

export function servedAs(mediaType: string): string {
  if (ACTIVE.has(mediaType)) return 'application/octet-stream';
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
}

/** The clean name and the media type. Throws INVALID for what we do not take and for what is not what its name says. */
export async function recognise(
  bytes: Buffer,
  givenName: string,
): Promise<{ name: string; mediaType: string }> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const [stem, said] = splitFileName(givenName);
  // A pasted picture may come without an extension: its bytes give it one.
  const extension = said || extensionOf(found);
  const kind = Object.hasOwn(KINDS, extension) ? KINDS[extension] : undefined;
  if (!kind) throw notTaken(extension);
  if (kind.found === 'text') mustBeText(bytes, extension, found);
  else if (!kind.found.includes(found?.mime ?? '') || kind.proves?.(bytes) === false)
    throw mismatch(extension, found);
  return { name: joinFileName(stem, extension), mediaType: kind.mediaType };
}

const extensionOf = (found: FileTypeResult | undefined): string =>
  Object.entries(KINDS).find(
    ([, kind]) => kind.found !== 'text' && kind.found.includes(found?.mime ?? ''),
  )?.[0] ?? '';

/** What no text holds; tab, line ends, form feed and the escape of coloured logs are text. */
const NO_TEXT = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\ufffe\uffff]/;

function mustBeText(bytes: Buffer, extension: string, found: FileTypeResult | undefined): void {
  // Ordinary words may begin like some rare format; what is one of our own kinds is no text.
  if (extensionOf(found)) throw mismatch(extension, found);
  let words: string;
  try {
    words = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    words = '\u0000';
  }
  if (NO_TEXT.test(words)) {
    throw invalid(
      'NOT_TEXT',
      `A .${extension} file must be text in UTF-8; save it with that encoding, or send it as a ZIP archive.`,
      'file',
    );
  }
}

function notTaken(extension: string): Refusal {
  if (/^hei[cf]s?$/.test(extension))
    return invalid('HEIC', 'HEIC pictures cannot be shown everywhere: send it as JPEG.', 'file');
  const kinds = Object.keys(KINDS).join(', ');
  const what = extension ? `.${extension.slice(0, 20)} files` : 'files without an extension';
  return invalid('TYPE', `We do not take ${what}; these can be sent: ${kinds}.`, 'file');
}

const mismatch = (extension: string, found: FileTypeResult | undefined): Refusal =>
  invalid(
    'MISMATCH',
    `The name ends in .${extension}, but the file is ${found ? `a .${found.ext} file` : 'something else'}.`,
    'file',
  );
