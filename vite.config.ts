import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { declarations } from './src/build/declarations.ts'
import { slimLeafletStyle } from './src/build/leaflet-style.ts'
import { storyPages } from './src/build/story-pages.ts'
import { thirdPartyLicenses } from './src/build/third-party-licenses.ts'
import { withoutUnusedMethods } from './src/build/unused-methods.ts'
import { wholeOutput } from './src/build/whole-output.ts'

interface Output {
  readonly format?: 'iife'
  /** The name of an `iife` in a page's scripts. */
  readonly name?: string
  /** What is left out, by its path, and from where it is imported instead. */
  readonly external?: Record<string, string>
}

/** An output in one file, which needs no other but what it imports as external. */
const oneFile = (entry: string, file: string, { external = {}, ...format }: Output = {}) => ({
  build: {
    emptyOutDir: false,
    rolldownOptions: {
      input: entry,
      external: Object.keys(external),
      preserveEntrySignatures: 'exports-only' as const,
      output: { entryFileNames: file, codeSplitting: false, minify: true, paths: external, ...format },
    },
  },
})

/** An output with the map in it: Terser, and then Rolldown's minifier, make it smaller than either does alone. */
const withMap = (entry: string, file: string) => {
  const { build } = oneFile(entry, file)
  return { build: { ...build, minify: 'terser' as const } }
}

/** The absolute path of a file of the project. */
const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  appType: 'mpa',
  base: './',
  plugins: [
    slimLeafletStyle(),
    withoutUnusedMethods(),
    thirdPartyLicenses(),
    // Where the stories are, and the absolute address of what is built.
    storyPages({ folder: process.env.ARTICLE_MAP_STORIES ?? 'geo', siteUrl: process.env.ARTICLE_MAP_URL }),
    declarations(),
    wholeOutput(),
  ],
  resolve: {
    // Only the parts of Leaflet that are used.
    alias: [
      { find: /^leaflet$/, replacement: pathOf('src/map/leaflet.js') },
      {
        find: /^\.\/(SVG\.VML|Marker\.Drag|Icon\.Default|FeatureGroup|DomEvent\.Pointer|vector\/Path)$/,
        replacement: pathOf('src/map/leaflet-absent.js'),
      },
      { find: /^(\.\.\/)+core\/Browser$/, replacement: pathOf('src/map/leaflet-browser.js') },
    ],
  },
  build: {
    target: 'baseline-widely-available',
    // What has container queries, without which there is no live map.
    cssTarget: ['chrome105', 'edge105', 'firefox110', 'safari16'],
    modulePreload: false,
    terserOptions: {
      ecma: 2020,
      safari10: false,
      // Leaflet writes its methods as functions, but makes no object with one by `new`.
      compress: { unsafe_methods: true },
      // What starts with an underscore is private to Leaflet: nothing that goes in or out of the map does.
      mangle: { properties: { regex: /^_/ } },
    },
  },
  // One plugin sees all that is built, and knows the licences of all of it.
  builder: { sharedConfigBuild: true },
  environments: {
    // The script and the style that `storyPages` writes into each story's page.
    client: withMap('src/page.ts', 'page.js'),
    draft: { consumer: 'client', ...oneFile('src/draft-page.ts', 'draft-page.js') },
    style: { consumer: 'client', ...oneFile('src/page-style.ts', 'page-style.js') },
    // The element, for a page's <script type="module">; for bundlers, its class, and what defines that as <article-map>.
    articleMap: { consumer: 'client', ...withMap('src/article-map.ts', 'article-map.js') },
    element: { consumer: 'client', ...withMap('src/element.ts', 'article-map-element.js') },
    definition: {
      consumer: 'client',
      ...oneFile('src/article-map.ts', 'article-map-define.js', {
        external: { [pathOf('src/element.ts')]: './article-map-element.js' },
      }),
    },
    // The host script, for a page's <script>, which as no module needs no CORS headers, and for bundlers.
    host: {
      consumer: 'client',
      ...oneFile('src/host.ts', 'article-map-host.js', { format: 'iife', name: 'articleMapHost' }),
    },
    hostModule: { consumer: 'client', ...oneFile('src/host.ts', 'article-map-host.mjs') },
    // The check, for Node and for browsers.
    check: { consumer: 'client', ...oneFile('src/check.ts', 'check.js') },
    // The search for the places of a text, for Node and for browsers.
    gazetteer: { consumer: 'client', ...oneFile('src/gazetteer.ts', 'gazetteer.js') },
    command: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['@resvg/resvg-js'] },
      // A native module, with a binary for each platform.
      ...oneFile('src/cli.ts', 'cli.js', { external: { '@resvg/resvg-js': '@resvg/resvg-js' } }),
    },
  },
  server: {
    // Without a screen there is no browser to open.
    open: process.platform !== 'linux' || ['BROWSER', 'DISPLAY', 'WAYLAND_DISPLAY'].some((name) => process.env[name]),
  },
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    maxWorkers: '100%',
    // No test is about time: a slow machine is not a failure.
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
  },
})
