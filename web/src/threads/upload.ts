// One file on its way to the server, with its progress; fetch cannot tell how far it is.
import { companyInPath } from '../paths';

/** What the server keeps of an upload, in the shape in which messages show it. */
export type SentFile = {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  url: string;
  thumbnailUrl: string | null;
  inline: boolean;
};

/** To look at; `bytes` null: how large it is is not told. */
export type ShownPicture = Omit<SentFile, 'bytes' | 'inline'> & { bytes: number | null };

export type UploadEnd = { sent: SentFile } | { reason: string };

/** `onProgress` hears 0 to 1. Cancelled uploads never end. */
export function upload(
  file: File,
  spaceId: string,
  onProgress: (part: number) => void,
  onEnd: (end: UploadEnd) => void,
): () => void {
  const request = new XMLHttpRequest();
  request.open('POST', `/files?spaceId=${encodeURIComponent(spaceId)}`);
  request.responseType = 'json';
  request.setRequestHeader('apollo-require-preflight', 'true');
  const company = companyInPath(location.pathname);
  if (company) request.setRequestHeader('hotline-company', company);
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  request.onerror = () => onEnd({ reason: 'OFFLINE' });
  request.onload = () => {
    const answer = request.response as (SentFile & { errors?: undefined }) | Refused | null;
    if (request.status === 200 && answer && !answer.errors) onEnd({ sent: answer });
    else onEnd({ reason: answer?.errors?.[0]?.extensions.reason ?? 'INTERNAL' });
  };
  const form = new FormData();
  form.append('file', file, file.name);
  request.send(form);
  return () => request.abort();
}

type Refused = { errors: { extensions: { reason: string } }[] };
