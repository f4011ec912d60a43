// The door of import.
export { ImportService } from './import.service.js';
