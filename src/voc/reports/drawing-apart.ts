// Where reports are drawn: apart from the thread that answers requests.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Drawing, draw } from './drawing.js';

const THREAD = fileURLToPath(new URL('./drawing-thread.js', import.meta.url));

export async function drawApart(drawing: Drawing): Promise<Buffer> {
  // Tests run from the sources, where no compiled thread stands beside this file.
  if (!existsSync(THREAD)) return Buffer.from(await draw(drawing));
  const [bytes] = (await once(new Worker(THREAD, { workerData: drawing }), 'message')) as [Uint8Array];
  return Buffer.from(bytes);
}
