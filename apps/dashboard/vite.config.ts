import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Strict CSP: nothing is inlined, neither scripts nor pictures. */
// eslint-disable-next-line import/no-default-export -- Vite reads the default export of this file.
export default defineConfig({
  root: here,
  base: '/',
  cacheDir: fileURLToPath(new URL('../../.cache/vite', import.meta.url)),
  plugins: [react()],
  // The rules that a form asks before it sends are those that the service decides by.
  resolve: {
    alias: { '@heard/core': fileURLToPath(new URL('../../libs/core/src/index.ts', import.meta.url)) },
  },
  build: {
    outDir: fileURLToPath(new URL('../../dist/dashboard', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
