import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { readBlock } from './markdown.ts'
import { inProject, installIn, root, withPage } from './packed.ts'
import type { Tell } from './run.ts'

const run = promisify(execFile)
const packages = join(import.meta.dirname, 'node_modules')

/** A project of a framework. */
interface Project {
  readonly files: Readonly<Record<string, string>>
  /** A component with a word that the attribute cannot have. */
  readonly wrong: readonly [file: string, text: string]
  /** What checks the types, and its arguments. */
  readonly check: readonly string[]
}

const tsconfig = (jsx: string): string =>
  JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      module: 'preserve',
      moduleResolution: 'bundler',
      jsx,
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      types: [],
    },
    include: ['*'],
  })

const page = (script: string, body: string): string =>
  `<!doctype html><html lang="en"><title>Places</title><link rel="icon" href="data:," /><p id="chosen"></p>${body}<script type="module" src="/${script}"></script></html>\n`

const tsc = [join(packages, 'typescript', 'bin', 'tsc')]
const choose = "(name?: string) => { document.getElementById('chosen')!.textContent = name ?? '' }"
const app = '<div id="app"></div>'

/** The README's examples, each in a project that has little else. */
function readProjects(readme: string): Readonly<Record<string, Project>> {
  const example = readBlock(readme, 'js', "import 'article-map'").replace(
    'console.log(place?.name)',
    `(${choose})(place?.name)`,
  )
  return {
    Vite: {
      files: {
        'index.html': page(
          'main.ts',
          '<article-map src="/storm/story.geojson" basemap="/storm/basemap.json"></article-map>',
        ),
        'main.ts': example.replace("querySelector('article-map')", "querySelector('article-map')!"),
        'tsconfig.json': tsconfig('preserve'),
      },
      wrong: ['wrong.ts', "import 'article-map'\ndocument.createElement('article-map').theme = 'pink'\n"],
      check: tsc,
    },
    'React 19': {
      files: {
        'index.html': page('main.tsx', app),
        'Places.tsx': readBlock(readme, 'tsx'),
        'main.tsx': `import { StrictMode } from 'react'
          import { createRoot } from 'react-dom/client'
          import { Places } from './Places'
          const select = ${choose}
          createRoot(document.getElementById('app')!).render(<StrictMode><Places onSelect={select} /></StrictMode>)\n`,
        'tsconfig.json': tsconfig('react-jsx'),
      },
      wrong: ['Wrong.tsx', "import 'article-map/react'\nexport const Wrong = () => <article-map theme='pink' />\n"],
      check: tsc,
    },
    'Vue 3': {
      files: {
        'index.html': page('main.ts', app),
        'Places.vue': readBlock(readme, 'vue'),
        'main.ts': `import { createApp } from 'vue'
          import Places from './Places.vue'
          createApp(Places, { onSelect: ${choose} }).mount('#app')\n`,
        'vite.config.js': `import vue from ${JSON.stringify(join(packages, '@vitejs/plugin-vue/dist/index.mjs'))}
          export default { plugins: [vue({ ${/`(template: \{[^`]*\})`/.exec(readme)?.[1] ?? ''} })] }\n`,
        'tsconfig.json': tsconfig('preserve'),
      },
      wrong: ['Wrong.vue', '<template><article-map theme="pink" /></template>\n'],
      check: [join(packages, 'vue-tsc', 'bin', 'vue-tsc.js')],
    },
    'Svelte 5': {
      files: {
        'index.html': page('main.ts', app),
        'Places.svelte': readBlock(readme, 'svelte'),
        'main.ts': `import { mount } from 'svelte'
          import Places from './Places.svelte'
          mount(Places, { target: document.getElementById('app')!, props: { onselect: ${choose} } })\n`,
        'vite.config.js': `import { svelte } from ${JSON.stringify(join(packages, '@sveltejs/vite-plugin-svelte/src/index.js'))}
          export default { plugins: [svelte()] }\n`,
        'tsconfig.json': tsconfig('preserve'),
      },
      wrong: ['Wrong.svelte', '<script lang="ts"></script>\n<article-map theme="pink"></article-map>\n'],
      check: [join(packages, 'svelte-check', 'bin', 'svelte-check'), '--tsconfig', './tsconfig.json'],
    },
  }
}

/** The package in projects of other people's frameworks: its types, a build, and the map in a browser. */
export async function tryFrameworks(tell: Tell): Promise<void> {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  for (const [name, project] of Object.entries(readProjects(readme))) {
    await tell(`${name}: types, build, and the map`, () =>
      inProject(project.files, (folder) => tryProject(folder, project)),
    )
  }
}

async function tryProject(folder: string, { check, wrong }: Project): Promise<void> {
  await installIn(folder)
  cpSync(join(root, 'dist', 'raqqa'), join(folder, 'public', 'storm'), { recursive: true })
  const [file, text] = wrong
  await run(process.execPath, [...check], { cwd: folder })
  writeFileSync(join(folder, file), text)
  await assert.rejects(run(process.execPath, [...check], { cwd: folder }), ({ stdout }: { stdout: string }) =>
    stdout.includes('pink'),
  )
  await run(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], { cwd: folder })
  await withPage(join(folder, 'dist'), '/', expectMap)
}

/** The map is there, a marker opens its passage, and the page is told which place it is. */
async function expectMap(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Place 5: Deir Ezzor' }).click()
  await page.getByRole('dialog').getByRole('blockquote').first().waitFor()
  assert.equal(await page.locator('#chosen').textContent(), 'Deir Ezzor')
  const seen = await page.locator('article-map').evaluate((element) => {
    const map = element as HTMLElement & Record<string, unknown>
    map['theme'] = 'dark'
    return [map['src'], map['selected'], map.getAttribute('theme')]
  })
  assert.deepEqual(seen, ['/storm/story.geojson', 'deir-ezzor', 'dark'])
}
