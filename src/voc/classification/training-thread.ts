// Trains or judges in a thread of its own, so that nobody's request waits meanwhile; answers with what was made.
import { parentPort, workerData } from 'node:worker_threads';
import { serialise, train } from './linear-model.js';
import { type Errand, judgeByFolds } from './training.js';

const { examples, task } = workerData as Errand;
parentPort?.postMessage(task === 'TRAIN' ? serialise(train(examples)) : judgeByFolds(examples));
