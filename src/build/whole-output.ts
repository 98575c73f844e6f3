import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { draftOf, finishDraft, startDraft } from './output-draft.ts'

/**
 * Builds into a folder beside that of the output, which takes its place once it is whole. So there is the old output or the
 * new one, whatever ends the build in between; of two builds at once, the last one stays.
 */
export function wholeOutput(): Plugin {
  let out = ''
  return {
    name: 'article-map:whole-output',
    apply: 'build',
    config({ root = '.', build }) {
      out = resolve(root, build?.outDir ?? 'dist')
      return { build: { outDir: draftOf(out) } }
    },
    configResolved: ({ root }) => startDraft(out, root),
    buildApp: { order: 'post', handler: () => finishDraft(out) },
  }
}
