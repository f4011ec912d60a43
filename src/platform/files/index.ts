// The door of files: receive, inspect, keep. What they belong to is the modules' business.
export { cleanFileName, disposition } from './file-name.js';
export { DiskFiles, FileStore } from './file-store.js';
export { Incoming } from './incoming.js';
export { inspect, inspectPicture, type Inspected } from './inspect.js';
export { isPicture, servedAs } from './kinds.js';
export type { Picture } from './pictures.js';
export { fileOf, mustBePreflighted, uploadScope } from './uploading.js';
