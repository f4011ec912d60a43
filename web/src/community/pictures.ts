// A picture on its way to a board. The server draws it anew and forgets its name; until it is posted nobody can look at it there, so
// the small one beside the words is made here.
import { companyInPath } from '../paths';

/** In a draft; `preview` is a data address of a few thousand characters, empty where none could be drawn. */
export type DraftPicture = { id: string; preview: string };

export const MOST_PICTURES = 4;
const MOST_BYTES = 12 * 1_048_576;
const PREVIEW = 144;

export type PictureEnd = { picture: DraftPicture } | { reason: string };

export async function sendPicture(boardId: string, file: File): Promise<PictureEnd> {
  // What is plainly none need not travel for it; all else its bytes decide.
  if (file.type !== '' && !file.type.startsWith('image/')) return { reason: 'NO_PICTURE' };
  if (file.size > MOST_BYTES) return { reason: 'TOO_LARGE' };
  const id = crypto.randomUUID();
  const form = new FormData();
  form.append('file', file, file.name);
  try {
    const answer = await fetch(`/boards/pictures?boardId=${encodeURIComponent(boardId)}&id=${id}`, {
      method: 'POST',
      headers: { 'apollo-require-preflight': 'true', ...companyHeader() },
      body: form,
    });
    if (answer.ok) return { picture: { id, preview: await previewOf(file) } };
    const refused = (await answer.json()) as { errors?: { extensions: { reason: string } }[] };
    return { reason: refused.errors?.[0]?.extensions.reason ?? 'INTERNAL' };
  } catch {
    return { reason: 'OFFLINE' };
  }
}

const companyHeader = (): Record<string, string> => {
  const company = companyInPath(location.pathname);
  return company ? { 'hotline-company': company } : {};
};

/** An <img> sends no header: the company that one acts for stands in its address. */
export function pictureUrl(url: string): string {
  const company = companyInPath(location.pathname);
  return company ? `${url}?company=${encodeURIComponent(company)}` : url;
}

async function previewOf(file: File): Promise<string> {
  try {
    const drawn = await createImageBitmap(file);
    const scale = Math.min(1, PREVIEW / Math.max(drawn.width, drawn.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(drawn.width * scale));
    canvas.height = Math.max(1, Math.round(drawn.height * scale));
    canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
    drawn.close();
    return canvas.toDataURL('image/webp', 0.7);
  } catch {
    return '';
  }
}
