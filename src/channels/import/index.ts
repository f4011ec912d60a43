// The door of import.
export { CheckingService } from './checking.service.js';
export { ImportsErasing } from './erasing.service.js';
export { ImportService, type ImportSummary } from './import.service.js';
export { serveImports } from './imports.http.js';
export { ImportsJobs } from './imports.jobs.js';
export { ImportsReads } from './imports.reads.js';
export { ImportsResolver } from './imports.resolver.js';
export { ImportsService } from './imports.service.js';
export { ReadingService } from './reading.service.js';
export { RunningService } from './running.service.js';
export { UndoingService } from './undoing.service.js';
