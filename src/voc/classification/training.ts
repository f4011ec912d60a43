// Where training happens: apart from the thread that answers requests.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Example, serialise, train } from './linear-model.js';

const THREAD = fileURLToPath(new URL('./training-thread.js', import.meta.url));

/** The trained model as `serialise` writes it: half a second of work for 2,300 examples. */
export async function trainApart(examples: readonly Example[]): Promise<Buffer> {
  // Tests run from the sources, where no compiled thread stands beside this file.
  if (!existsSync(THREAD)) return serialise(train(examples));
  const worker = new Worker(THREAD, { workerData: examples });
  const [bytes] = (await once(worker, 'message')) as [Uint8Array];
  return Buffer.from(bytes);
}
