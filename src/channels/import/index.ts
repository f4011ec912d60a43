// The door of import.
export { ImportService, type ImportSummary } from './import.service.js';
