// The door of channels.
export { ChannelsModule } from './channels.module.js';
export { ImportService } from './import/index.js';
