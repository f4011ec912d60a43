// The door of channels.
export { CHANNELS_RESOLVERS, ChannelsModule } from './channels.module.js';
export {
  ImportService,
  type ImportSummary,
  ImportsService,
  RunningService,
  serveImports,
} from './import/index.js';
