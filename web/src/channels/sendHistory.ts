// A file of history on its way to the server, with its progress; fetch cannot tell how far it is.

export type SendEnd = { id: string } | { reason: string };

/** `onProgress` hears 0 to 1; at 1 the server reads the file. */
export function sendHistory(file: File, onProgress: (part: number) => void): Promise<SendEnd> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/imports');
    request.responseType = 'json';
    request.setRequestHeader('apollo-require-preflight', 'true');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => resolve({ reason: 'OFFLINE' });
    request.onload = () => {
      const answer = request.response as
        { id: string; errors?: undefined } | { errors: { extensions: { reason: string } }[] } | null;
      if (request.status === 200 && answer && !answer.errors) resolve({ id: answer.id });
      else resolve({ reason: answer?.errors?.[0]?.extensions.reason ?? 'INTERNAL' });
    };
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}
