// Builds the web app into web/dist; in development it proxies to the server beside it.
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = process.env.HOTLINE_SERVER ?? 'http://127.0.0.1:4400';

/**
 * Korean and English stand side by side in every file of words. Each language reads these files as if they were its own,
 * so that what only the other one says is left out of its script.
 */
const oneLanguage: Plugin = {
  name: 'one-language',
  enforce: 'pre',
  async resolveId(source, importer) {
    const language = /\/words\/(ko|en)\.ts$/.exec(importer ?? '')?.[1];
    if (!language) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && `${found.id}?${language}`;
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), oneLanguage],
  html: { cspNonce: '__NONCE__' },
  build: { target: 'es2022', chunkSizeWarningLimit: 900, assetsInlineLimit: 0 },
  server: {
    port: 4401,
    proxy: {
      '/graphql': { target: server, ws: true },
      '/files': { target: server },
      '/training/files': { target: server },
      '/training/calendar': { target: server },
      '^/people/[^/]+/data$': { target: server },
    },
  },
});
