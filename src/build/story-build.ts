import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin, Rolldown, ViteBuilder } from 'vite'
import { partsFile, type SharedParts } from './page-parts.ts'
import { parseSiteUrl } from './site-url.ts'
import { type StoryFolder, unverifiedStories, writeStories } from './story-output.ts'
import { FileError, reasonOf } from './text-file.ts'

/** The environments whose output is written into the pages, and not into files of its own. */
const inlined: ReadonlySet<string> = new Set(['client', 'style', 'draft'])

/**
 * Builds a page for each story of a folder, as `writeStories` does, and what pages are made of elsewhere. Says which stories
 * have quotes that were never compared with their article. Stories with errors are named and left out, and the exit status is
 * 1; if none is without, nothing is built.
 * @param folder relative to Vite's root
 * @param givenUrl the absolute address of what is built, if it is known
 */
export function storyBuild(folder: string, givenUrl: string | undefined): Plugin {
  let project: StoryFolder | undefined
  return {
    name: 'article-map:story-build',
    configEnvironment: (name) => (inlined.has(name) ? { build: { write: false } } : undefined),
    configResolved({ command, root, logger }) {
      project = { stories: resolve(root, folder), root, siteUrl: parseSiteUrl(givenUrl) }
      if (command === 'build') for (const line of unverifiedStories(project)) logger.warn(line)
    },
    async buildApp(builder) {
      if (!project) throw new Error('The plugin was not configured.')
      const { root, build, logger } = builder.config
      const out = resolve(root, build.outDir)
      try {
        const isWhole = await writeStories(project, out, () => buildParts(builder, out), logger)
        if (!isWhole) process.exitCode = 1
      } catch (error) {
        const reason = reasonOf(error)
        // Not what a story lacks: that is told by its name.
        throw reason?.startsWith('cannot be written') ? new FileError('The output', reason) : error
      }
    },
  }
}

/** Builds all environments, and gives what pages are made of, which is written down for the package as well. */
async function buildParts(builder: ViteBuilder, out: string): Promise<SharedParts> {
  const codes = new Map<string, string>()
  for (const environment of Object.values(builder.environments)) {
    codes.set(environment.name, codeOf(await builder.build(environment)))
  }
  const styleModule = `data:text/javascript,${encodeURIComponent(codes.get('style') ?? '')}`
  const { pageStyle, streetStyle } = (await import(styleModule)) as { pageStyle: string; streetStyle: string }
  const parts = {
    template: readFileSync(join(builder.config.root, 'index.html'), 'utf8'),
    style: pageStyle.trim(),
    streetStyle: streetStyle.trim(),
    script: codes.get('client') ?? '',
    draftScript: codes.get('draft') ?? '',
  }
  writeFileSync(join(out, partsFile), JSON.stringify(parts))
  return parts
}

function codeOf(result: Rolldown.RolldownOutput | Rolldown.RolldownOutput[] | Rolldown.RolldownWatcher): string {
  const chunk = 'output' in result ? result.output[0] : undefined
  if (!chunk) throw new Error('An environment was built without a script.')
  return chunk.code
}
