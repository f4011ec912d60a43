// Draws a certificate in a thread of its own, so that nobody's request waits meanwhile; answers with the bytes.
import { parentPort, workerData } from 'node:worker_threads';
import { type CertificatePaper, certificatePdf } from './certificate-pdf.js';

parentPort?.postMessage(await certificatePdf(workerData as CertificatePaper));
