import { createReadStream, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const PAGES = join(import.meta.dirname, 'page')
const PACKAGES = join(import.meta.dirname, '..', 'node_modules')
const STORIES = join(import.meta.dirname, '..', 'geo')

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

// One transparent pixel.
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
)

/** A publisher's server and a map's, on two origins. */
export interface TestServers {
  /**
   * `http://127.0.0.1:…`: the pages of test/page; in them, `{{maps}}` and other names in braces are replaced, by what the
   * address says where nothing else is known.
   */
  readonly pages: string
  /** `http://localhost:…`: the built maps, the stories under /geo, fake tiles under /tiles. No CORS headers but under /cors. */
  readonly maps: string
  /** The paths that the map's server was asked for, in order. */
  readonly requests: string[]
  close(): Promise<void>
}

export interface TestServerOptions {
  /** The folder of the built maps. */
  readonly dist?: string
  /** What stands for `{{name}}` in the pages, given the origin of the map's server. */
  readonly replacements?: Readonly<Record<string, (maps: string) => string>>
}

/** Starts both servers on free ports. */
export async function startServers({ dist = 'dist', replacements = {} }: TestServerOptions = {}): Promise<TestServers> {
  const requests: string[] = []
  const mapServer = await listen('localhost', (request, response) => {
    const path = pathOf(request)
    requests.push(path)
    const [, behaviour] = /^\/tiles\/([^/]+)\//.exec(path) ?? []
    if (behaviour !== undefined) return sendTile(behaviour, response)
    if (path.startsWith('/cors/')) response.setHeader('Access-Control-Allow-Origin', '*')
    const file = path.replace(/^\/cors\//, '/')
    if (file.startsWith('/geo/')) sendFile(join(STORIES, file.slice(5)), response)
    else sendFile(join(dist, file), response)
  })
  const maps = `http://localhost:${portOf(mapServer)}`

  const names: Readonly<Record<string, (maps: string) => string>> = { maps: () => maps, ...replacements }
  const pageServer = await listen('127.0.0.1', (request, response) => {
    const path = pathOf(request)
    if (path.startsWith('/packages/')) return sendFile(join(PACKAGES, path.slice(10)), response)
    if (extname(path) !== '.html') return sendFile(join(PAGES, path), response)
    try {
      const page = readFileSync(join(PAGES, path), 'utf8')
      const query = new URL(request.url ?? '/', 'http://localhost').searchParams
      const valueOf = (name: string) => names[name]?.(maps) ?? query.get(name)
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(page.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => valueOf(name) ?? whole))
    } catch {
      response.writeHead(404).end()
    }
  })
  return {
    pages: `http://127.0.0.1:${portOf(pageServer)}`,
    maps,
    requests,
    async close() {
      await Promise.all([close(mapServer), close(pageServer)])
    },
  }
}

/** Answers as the tile servers do that a reader may meet: `200`, another status, `never`, or `garbage`. */
function sendTile(behaviour: string, response: ServerResponse): void {
  if (behaviour === 'never') return
  const ok = behaviour === '200' || behaviour === 'garbage'
  response.writeHead(ok ? 200 : Number(behaviour), { 'Content-Type': ok ? 'image/png' : 'text/plain' })
  response.end(behaviour === '200' ? PIXEL : 'This is not a picture.')
}

function sendFile(path: string, response: ServerResponse): void {
  const file = path.endsWith('/') ? join(path, 'index.html') : path
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' })
  createReadStream(file).pipe(response)
}

/** The path that was asked for; it leads nowhere above the folder served. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname))
}

async function listen(
  host: string,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Server> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return server
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
