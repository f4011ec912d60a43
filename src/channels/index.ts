// The door of channels.
export { ChannelsModule } from './channels.module.js';
export { ImportService, type ImportSummary } from './import/index.js';
