import { watch } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { answerTo, type DraftSite, malformed, pathOf } from './draft-site.ts'
import { readPackagedParts } from './page-parts.ts'
import { errorsOf, whenSettled } from './saved-story.ts'
import { storyNames } from './story-files.ts'
import type { BuildLog, StoryFolder } from './story-output.ts'

/** A server that runs. */
export interface DraftServer {
  readonly url: string
  /** Ends with the server. */
  readonly closed: Promise<void>
}

/** Loads a page again once its story is saved; `kept-view.ts` listens to the event. */
const reloadScript = `new EventSource('/saved').onmessage = () => {
  dispatchEvent(new Event('article-map:reload'))
  location.reload()
}
`

/** Only pages of this machine may read what is not published yet, whatever name another site gives to it. */
const ownHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

/**
 * Serves the stories of a folder to this machine's browsers while they are written, of what the package brings: no more than
 * Node is needed. A page is loaded again when its story or lock is saved, and the story's errors are printed.
 * @param port the first to be tried; the next ones follow where it is taken
 * @throws {FaultyStories} if the folder cannot be read
 */
export async function startDraftServer(project: StoryFolder, port: number, log: BuildLog): Promise<DraftServer> {
  const { stories, root } = project
  storyNames(stories, root)
  const parts = readPackagedParts()
  const scripts = new Map([
    ['/page.js', parts.draftScript],
    ['/reload.js', reloadScript],
  ])
  const template = parts.template.replace('/src/page.ts', '/page.js')
  const site: DraftSite = {
    ...project,
    say: log.info,
    getParts: () => Promise.resolve({ template, style: parts.style, streetStyle: parts.streetStyle }),
    finish: (_, page) => page.replace('</head>', '<script type="module" src="/reload.js"></script></head>'),
  }
  const listeners = new Set<ServerResponse>()

  const watcher = watch(stories)
  const check = whenSettled(stories, (story) => {
    for (const line of errorsOf(story, root)) log.error(line)
    for (const listener of listeners) listener.write('data: saved\n\n')
  })
  watcher.on('change', (_, file) => check(join(stories, String(file))))

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const send = (status: number, type: string, text: string): void => {
      response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(text)
    }
    const path = pathOf(request.url ?? '/')
    if (!ownHost.test(request.headers.host ?? '')) return send(403, 'text/plain', 'Only for this machine.\n')
    if (path === undefined) return send(400, 'text/plain', malformed)
    if (path === '/saved') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).flushHeaders()
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
      return undefined
    }
    const script = scripts.get(path)
    if (script !== undefined) return send(200, 'text/javascript', script)
    const found = await answerTo(path, site)
    return found ? send(200, found.type, found.text) : send(404, 'text/plain', 'There is nothing here.\n')
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      log.error(message)
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(`${message}\n`)
    })
  })
  const closed = new Promise<void>((resolve) => {
    server.on('close', () => {
      watcher.close()
      resolve()
    })
  })
  const listen = (at: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const refuse = (error: NodeJS.ErrnoException): void => {
        if (error.code === 'EADDRINUSE' && at < 65_535) listen(at + 1).then(resolve, reject)
        else reject(error)
      }
      server.once('error', refuse).listen(at, 'localhost', () => {
        server.off('error', refuse)
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : at)
      })
    })
  return { url: `http://localhost:${await listen(port)}/`, closed }
}
