import { relative, resolve } from 'node:path'
import { formatIssue } from '../story/issue.ts'
import { printable } from './printable.ts'
import { checkStoryFile } from './story-file.ts'
import { FileError } from './text-file.ts'

/**
 * How long a saved file is left to settle, in milliseconds. Some editors write a file in two steps, and the watcher does not
 * tell of a second change within 50 ms.
 */
const settling = 120

/**
 * Gathers the changes of a folder's stories and their locks.
 * @param tell is given the path of a story once it has settled
 * @returns takes the path of each file that has changed
 */
export function whenSettled(stories: string, tell: (story: string) => void): (file: string) => void {
  const waiting = new Set<string>()
  return (file) => {
    if (resolve(file, '..') !== stories || !/\.(?:geojson|lock\.json)$/.test(file)) return
    const story = file.replace(/\.lock\.json$/, '.geojson')
    if (waiting.has(story)) return
    waiting.add(story)
    setTimeout(() => {
      waiting.delete(story)
      tell(story)
    }, settling)
  }
}

/** A line for each error of a story. @param root the lines name the file as seen from there */
export function errorsOf(path: string, root: string): string[] {
  const file = printable(relative(root, path))
  try {
    const errors = checkStoryFile(path).issues.filter(({ severity }) => severity === 'error')
    return errors.map((issue) => `${file}:${formatIssue(issue)}`)
  } catch (error) {
    if (error instanceof FileError) return [`${file}: ${error.reason}`]
    throw error
  }
}
