// Builds the web app into web/dist; in development it proxies to the server beside it.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.HOTLINE_SERVER ?? 'http://127.0.0.1:4400';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  html: { cspNonce: '__NONCE__' },
  build: { target: 'es2022', chunkSizeWarningLimit: 900, assetsInlineLimit: 0 },
  server: { port: 4401, proxy: { '/graphql': { target: server, ws: true } } },
});
