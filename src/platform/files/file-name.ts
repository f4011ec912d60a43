// Names of files as people gave them, made harmless: one line, no path, nothing that turns the writing direction.
import { tidyName } from '../graphql/text.js';

const LONGEST = 200;

/** Control characters are taken away before anything else, so that none of them hides a path. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** '../../A\r\nB.PNG' → ['AB', 'png']. The extension is '' where there is none. */
export function splitFileName(given: string): [stem: string, extension: string] {
  const plain = given.toWellFormed().replace(CONTROL, '');
  const name = tidyName(plain.slice(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1));
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1).toLowerCase()];
  return [stem.replace(/^[.\s]+|[.\s]+$/g, ''), extension];
}

/** At most 200 characters, and what is cut is never the extension. */
export function joinFileName(stem: string, extension: string): string {
  const short = [...(stem || 'file')].slice(0, LONGEST - extension.length - 1).join('');
  return `${short.trim()}.${extension}`;
}

/** The given name, made harmless. */
export const cleanFileName = (given: string): string => joinFileName(...splitFileName(given));

/** The header that says how a browser names what it saves (RFC 6266, RFC 5987). */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
