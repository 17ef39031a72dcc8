import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const COMPRESSED_TYPES = /\.(js|css|svg|ttf|html)$/;

/** Writes name.gz beside each text asset; the server sends it as it is. gzip, because browsers take
 * brotli over HTTPS only. */
function precompress(): Plugin {
  let folder = '';
  return {
    name: 'precompress',
    configResolved(config) {
      folder = join(config.root, config.build.outDir, config.build.assetsDir);
    },
    closeBundle() {
      for (const name of readdirSync(folder).filter(name => COMPRESSED_TYPES.test(name))) {
        const path = join(folder, name);
        writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  base: './',
  experimental: {
    // relative to /graphql, so the page also works behind a proxy that adds a path prefix
    renderBuiltUrl: (filename, { hostType }) =>
      hostType === 'html' ? `graphql/${filename}` : { relative: true },
  },
  plugins: [precompress()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 6000,
    reportCompressedSize: false,
    license: { fileName: 'licenses.md' },
  },
});
