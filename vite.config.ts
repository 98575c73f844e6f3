import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { slimLeafletStyle } from './src/build/leaflet-style.ts'
import { storyPages } from './src/build/story-pages.ts'

/** Each output is one file that needs no other. */
const oneFile = (entry: string, name: string, format: { format?: 'iife'; name?: string } = {}) => ({
  build: {
    emptyOutDir: false,
    rolldownOptions: {
      input: entry,
      preserveEntrySignatures: 'exports-only' as const,
      output: { entryFileNames: name, codeSplitting: false, minify: true, ...format },
    },
  },
})

export default defineConfig({
  appType: 'mpa',
  base: './',
  plugins: [
    slimLeafletStyle(),
    // Where the stories lie, and at which address their pages will: see CONTRIBUTING.md.
    storyPages({ folder: process.env.ARTICLE_MAP_STORIES ?? 'geo', siteUrl: process.env.ARTICLE_MAP_URL }),
  ],
  resolve: {
    // Only the parts of Leaflet that are used.
    alias: [
      { find: /^leaflet$/, replacement: fileURLToPath(new URL('src/map/leaflet.js', import.meta.url)) },
      {
        find: /^\.\/(SVG\.VML|Marker\.Drag)$/,
        replacement: fileURLToPath(new URL('src/map/leaflet-absent.js', import.meta.url)),
      },
    ],
  },
  build: {
    target: 'baseline-widely-available',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: false,
  },
  builder: {},
  environments: {
    // The script and the style that `storyPages` writes into each story's page.
    client: oneFile('src/page.ts', 'page.js'),
    style: { consumer: 'client', ...oneFile('src/page-style.ts', 'page-style.js') },
    element: { consumer: 'client', ...oneFile('src/article-map.ts', 'article-map.js') },
    // For a page's own <script>, which needs no CORS headers so, and for its bundler.
    host: {
      consumer: 'client',
      ...oneFile('src/host.ts', 'article-map-host.js', { format: 'iife', name: 'articleMapHost' }),
    },
    hostModule: { consumer: 'client', ...oneFile('src/host.ts', 'article-map-host.mjs') },
    command: { consumer: 'server', resolve: { noExternal: true }, ...oneFile('src/cli.ts', 'cli.js') },
  },
  server: {
    // Where there is no screen there is no browser to open.
    open: process.platform !== 'linux' || ['BROWSER', 'DISPLAY', 'WAYLAND_DISPLAY'].some((name) => process.env[name]),
  },
  test: {
    include: ['test/**/*.test.ts'],
    // No test is about time; a slow machine is no failure.
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
  },
})
