// Trains in a thread of its own, so that nobody's request waits meanwhile; answers with the serialised model.
import { parentPort, workerData } from 'node:worker_threads';
import { type Example, serialise, train } from './linear-model.js';

parentPort?.postMessage(serialise(train(workerData as Example[])));
