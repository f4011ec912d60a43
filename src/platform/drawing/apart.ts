// Drawing apart from the thread that answers requests: reading a font of 3 MB alone takes a quarter of a second.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** `thread`: the compiled file that draws what it is given and answers with the bytes; `here` draws the same in this thread. */
export async function drawApart<Drawing>(
  thread: URL,
  drawing: Drawing,
  here: (drawing: Drawing) => Promise<Uint8Array>,
): Promise<Buffer> {
  const file = fileURLToPath(thread);
  // Tests run from the sources, where no compiled thread stands.
  if (!existsSync(file)) return Buffer.from(await here(drawing));
  const [bytes] = (await once(new Worker(file, { workerData: drawing }), 'message')) as [Uint8Array];
  return Buffer.from(bytes);
}
