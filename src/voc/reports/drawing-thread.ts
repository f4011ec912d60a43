// Draws a report in a thread of its own, so that nobody's request waits meanwhile; answers with the bytes.
import { parentPort, workerData } from 'node:worker_threads';
import { type Drawing, draw } from './drawing.js';

parentPort?.postMessage(await draw(workerData as Drawing));
