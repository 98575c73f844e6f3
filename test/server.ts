import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const pageFolder = join(import.meta.dirname, 'page')
const packageFolder = join(import.meta.dirname, '..', 'node_modules')
const storyFolder = join(import.meta.dirname, '..', 'geo')

/** The media type of a file, by how its name ends. */
export const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

/** One transparent pixel, as PNG. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
)

/** A publisher's server and a map's, on two origins. */
export interface TestServers {
  /** `http://127.0.0.1:…`: the pages of test/page; in them, `{{maps}}` is the other server, other names are the address's, or nothing. */
  readonly pages: string
  /** `http://localhost:…`: the built maps, the stories under /geo, a tile for each address under /tiles. No CORS headers but under /cors. */
  readonly maps: string
  /** The paths that the map's server was asked for, in order. */
  readonly requests: string[]
  close(): Promise<void>
}

/** Starts both servers on free ports. @param dist the folder of the built maps @param port that of the map's server */
export async function startServers(dist: string, port = 0): Promise<TestServers> {
  if (!existsSync(dist)) throw new Error(`There are no built maps in ${dist}: run npm run build.`)
  const requests: string[] = []
  const mapServer = await listen(
    'localhost',
    (request, response) => {
      const path = pathOf(request)
      requests.push(path)
      if (path.startsWith('/tiles/')) {
        response.writeHead(200, { 'Content-Type': 'image/png' }).end(pixel)
        return
      }
      if (path.startsWith('/cors/')) response.setHeader('Access-Control-Allow-Origin', '*')
      const file = path.replace(/^\/cors\//, '/')
      if (file.startsWith('/geo/')) sendFile(join(storyFolder, file.slice(5)), response)
      else sendFile(join(dist, file), response)
    },
    port,
  )
  const maps = `http://localhost:${portOf(mapServer)}`

  const pageServer = await listen('127.0.0.1', (request, response) => {
    const path = pathOf(request)
    if (path.startsWith('/packages/')) return sendFile(join(packageFolder, path.slice(10)), response)
    if (extname(path) !== '.html') return sendFile(join(pageFolder, path), response)
    try {
      const page = readFileSync(join(pageFolder, path), 'utf8')
      const query = new URL(request.url ?? '/', 'http://localhost').searchParams
      const valueOf = (name: string) => (name === 'maps' ? maps : query.get(name))
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(page.replace(/\{\{(\w+)\}\}/g, (_, name: string) => valueOf(name) ?? ''))
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

function sendFile(path: string, response: ServerResponse): void {
  const file = path.endsWith('/') ? join(path, 'index.html') : path
  const entry = statSync(file, { throwIfNoEntry: false })
  if (entry?.isFile() !== true) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, {
    'Content-Type': contentTypes[extname(file)] ?? 'application/octet-stream',
    'Content-Length': entry.size,
  })
  createReadStream(file).pipe(response)
}

/** The path that was asked for; it leads nowhere above the folder served. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname))
}

async function listen(
  host: string,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  port = 0,
): Promise<Server> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(port, host, resolve))
  return server
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
