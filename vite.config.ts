import { defineConfig } from 'vitest/config'
import { slimLeafletStyle } from './src/build/leaflet-style.ts'
import { storyPages } from './src/build/story-pages.ts'

/** Each output is one file that needs no other. */
const oneFile = (entry: string, name: string) => ({
  build: {
    emptyOutDir: false,
    rolldownOptions: {
      input: entry,
      preserveEntrySignatures: 'exports-only' as const,
      output: { entryFileNames: name, codeSplitting: false, minify: true },
    },
  },
})

export default defineConfig({
  appType: 'mpa',
  base: './',
  plugins: [slimLeafletStyle(), storyPages()],
  resolve: {
    // Leaflet names no ES module of its own; this one is smaller than the UMD file that its name stands for.
    alias: [{ find: /^leaflet$/, replacement: 'leaflet/dist/leaflet-src.esm.js' }],
  },
  build: { target: 'baseline-widely-available', cssTarget: ['chrome123', 'firefox120', 'safari17.5'], modulePreload: false },
  builder: {},
  environments: {
    // The script that `storyPages` writes into each story's page.
    client: oneFile('src/page.ts', 'page.js'),
    element: { consumer: 'client', ...oneFile('src/article-map.ts', 'article-map.js') },
    host: { consumer: 'client', ...oneFile('src/host.ts', 'article-map-host.js') },
    command: { consumer: 'server', resolve: { noExternal: true }, ...oneFile('src/cli.ts', 'cli.js') },
  },
  test: { include: ['test/**/*.test.ts'] },
})
