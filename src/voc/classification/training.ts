// Where training and judging happen: apart from the thread that answers requests.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Figures } from './evaluation.js';
import { type Example, crossValidate, serialise, train } from './linear-model.js';

export type Errand = { task: 'TRAIN' | 'JUDGE'; examples: readonly Example[] };

const THREAD = fileURLToPath(new URL('./training-thread.js', import.meta.url));

/** Each fifth is judged by a model that has learnt the other four. */
const FOLDS = 5;

/** The trained model as `serialise` writes it: half a second of work for 2,300 examples. */
export async function trainApart(examples: readonly Example[]): Promise<Buffer> {
  if (!hasThread()) return serialise(train(examples));
  return Buffer.from((await run({ task: 'TRAIN', examples })) as Uint8Array);
}

/** How well a model trained on such examples does on those it has not seen: some two seconds of work. */
export async function judgeApart(examples: readonly Example[]): Promise<Figures> {
  return hasThread() ? ((await run({ task: 'JUDGE', examples })) as Figures) : judgeByFolds(examples);
}

/** The softness of confidences changes no answer, so it need not be fitted again for every fold. */
export const judgeByFolds = (examples: readonly Example[]): Figures =>
  crossValidate(examples, FOLDS, { temperature: 1 }).all;

/** Tests run from the sources, where no compiled thread stands beside this file. */
const hasThread = (): boolean => existsSync(THREAD);

async function run(errand: Errand): Promise<unknown> {
  const worker = new Worker(THREAD, { workerData: errand });
  const [answer] = (await once(worker, 'message')) as [unknown];
  return answer;
}
