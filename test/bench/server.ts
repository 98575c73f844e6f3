import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Resvg } from '@resvg/resvg-js'
import { contentTypes } from '../server.ts'
import { createRandom } from './random.ts'

const root = join(import.meta.dirname, '..', '..')

/** The folders that are served, by the first part of the path. What else is asked for lies in dist/. */
const folders: Readonly<Record<string, string>> = {
  geo: join(root, 'geo'),
  packages: join(import.meta.dirname, 'node_modules'),
}

/** What a server was asked for, and the bytes that went out for it, headers included. */
export interface Traffic {
  pageBytes: number
  /** What the bodies among the bytes of pages would be in Brotli, as many CDNs send them. */
  brotliBytes: number
  tileBytes: number
  requests: number
}

/** The pages that are measured, on two origins: an article's, and that of the maps in it. */
export interface BenchServers {
  readonly article: string
  readonly maps: string
  /** Serves a text under a path, until another takes its place. */
  put(path: string, text: string): void
  /** What has gone out since the last call. */
  takeTraffic(): Traffic
  close(): void
}

interface Answer {
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: Buffer
  /** Its size in Brotli, which takes long to find out. */
  readonly brotliBytes: () => number
}

/**
 * Starts both servers. They are two ports of one host: two origins of one site, so that a frame shares its page's process, and
 * the processor that is slowed down.
 */
export async function startBenchServers(): Promise<BenchServers> {
  const answers = new Map<string, Answer>()
  const put = (path: string, body: string | Buffer): Answer => {
    const type = contentTypes[extname(path)] ?? 'text/html; charset=utf-8'
    const isPicture = type === 'image/png'
    const sent = isPicture ? Buffer.from(body) : gzipSync(body, { level: 9 })
    const headers = {
      'Content-Type': type,
      'Content-Length': sent.length,
      'Access-Control-Allow-Origin': '*',
      ...(!isPicture && { 'Content-Encoding': 'gzip' }),
    }
    let brotliBytes: number | undefined
    const answer = {
      headers,
      body: sent,
      brotliBytes: () => (brotliBytes ??= isPicture ? 0 : brotliCompressSync(body).length),
    }
    answers.set(path, answer)
    return answer
  }
  const tile = put('/tile.png', drawTile())
  const find = (path: string): Answer => {
    if (path.startsWith('/tiles/')) return tile
    const [, first = '', ...rest] = path.split('/')
    const folder = folders[first]
    const file = folder === undefined ? join(root, 'dist', path) : join(folder, ...rest)
    return answers.get(path) ?? put(path, readFileSync(path.endsWith('/') ? join(file, 'index.html') : file))
  }

  let traffic = { pageBytes: 0, tileBytes: 0, requests: 0 }
  let answered: Answer[] = []
  const sentBefore = new WeakMap<Socket, number>()
  const start = (): Promise<Server> => {
    const server = createServer(({ url = '/', socket }, response) => {
      const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname))
      response.on('finish', () => {
        const bytes = socket.bytesWritten - (sentBefore.get(socket) ?? 0)
        sentBefore.set(socket, socket.bytesWritten)
        traffic.requests += 1
        if (path.startsWith('/tiles/')) traffic.tileBytes += bytes
        else traffic.pageBytes += bytes
      })
      try {
        const answer = find(path)
        const { headers, body } = answer
        answered.push(answer)
        response.writeHead(200, headers).end(body)
      } catch {
        response.writeHead(404).end()
      }
    })
    return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
  }
  const servers = await Promise.all([start(), start()])
  const [article, maps] = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return {
    article: article ?? '',
    maps: maps ?? '',
    put: (path, text) => void put(path, text),
    takeTraffic() {
      const brotliBytes = answered.reduce((sum, answer) => sum + answer.brotliBytes(), 0)
      const taken = { ...traffic, brotliBytes }
      traffic = { pageBytes: 0, tileBytes: 0, requests: 0 }
      answered = []
      return taken
    },
    close() {
      for (const server of servers) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

/** A tile of 256 × 256 pixels with some lines, as large as those of OpenStreetMap where there is little to draw: 4 kB. */
function drawTile(): Buffer {
  const random = createRandom(7)
  const point = (): string => `${random(256)} ${random(256)}`
  const line = (): string => `<path d="M${point()}L${point()}" stroke="#9ab" fill="none"/>`
  const lines = Array.from({ length: 2 }, line).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="#f2efe9"/>${lines}</svg>`
  return new Resvg(svg).render().asPng()
}
