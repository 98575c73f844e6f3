import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, get } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { until } from '../engines/engine.ts'
import type { Tell } from './run.ts'

const root = resolve(import.meta.dirname, '..', '..')

/** Where a server runs: a folder for what it writes, with `maps` in it, a copy of the built maps. */
interface Site {
  readonly folder: string
  readonly port: number
}

/** A server as Debian has it, and how it is started with the README's lines in its configuration. */
interface WebServer {
  readonly command: string
  /** Which lines of the README are its own, by the language of their block. */
  readonly language: string
  /** The configuration around these lines. */
  readonly configure: (lines: string, site: Site) => string
  readonly args: (configuration: string) => readonly string[]
}

const apacheModules = '/usr/lib/apache2/modules'

const webServers: Readonly<Record<string, WebServer>> = {
  nginx: {
    command: '/usr/sbin/nginx',
    language: 'nginx',
    configure: (lines, { folder, port }) => `
      daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr;
      events {}
      http {
        include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
        ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
        server { listen 127.0.0.1:${port}; root ${folder}/maps; ${lines} }
      }`,
    args: (configuration) => ['-c', configuration],
  },
  Apache: {
    command: '/usr/sbin/apache2',
    language: 'apache',
    configure: (lines, { folder, port }) => {
      // As a publisher without access to the configuration has it.
      writeFileSync(join(folder, 'maps', '.htaccess'), lines)
      const modules = ['mpm_event', 'authz_core', 'mime', 'dir', 'filter', 'deflate', 'headers']
      return `
        ${modules.map((name) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so`).join('\n')}
        ServerName localhost
        Listen 127.0.0.1:${port}
        PidFile ${folder}/pid
        ErrorLog ${folder}/error.log
        DefaultRuntimeDir ${folder}
        TypesConfig /etc/mime.types
        DirectoryIndex index.html
        DocumentRoot ${folder}/maps
        <Directory ${folder}/maps>
          AllowOverride FileInfo
        </Directory>`
    },
    args: (configuration) => ['-D', 'FOREGROUND', '-f', configuration],
  },
  Caddy: {
    command: '/usr/bin/caddy',
    language: 'caddy',
    configure: (lines, { folder, port }) => `
      {
        admin off
        auto_https off
        storage file_system ${folder}
      }
      http://127.0.0.1:${port} {
        root * ${folder}/maps
        file_server
        ${lines}
      }`,
    args: (configuration) => ['run', '--adapter', 'caddyfile', '--config', configuration],
  },
  lighttpd: {
    command: '/usr/sbin/lighttpd',
    language: 'lighttpd',
    configure: (lines, { folder, port }) => `
      server.bind = "127.0.0.1"
      server.port = ${port}
      server.document-root = "${folder}/maps"
      server.errorlog = "${folder}/error.log"
      index-file.names = ( "index.html" )
      include_shell "/usr/share/lighttpd/create-mime.conf.pl"
      ${lines}`,
    args: (configuration) => ['-D', '-f', configuration],
  },
}

/** What a server has to answer: the type of each file, and whether its text is sent compressed. */
const files: Readonly<Record<string, readonly [type: RegExp, sent: 'gzip' | 'as it is']>> = {
  '/raqqa/': [/^text\/html\b/, 'gzip'],
  '/raqqa/story.geojson': [/^application\/geo\+json\b/, 'gzip'],
  '/raqqa/basemap.json': [/^application\/json\b/, 'gzip'],
  '/raqqa/card.png': [/^image\/png$/, 'as it is'],
  '/article-map.js': [/^(text|application)\/javascript\b/, 'gzip'],
  '/article-map-host.mjs': [/^(text|application)\/javascript\b/, 'gzip'],
}

/** The servers with the README's lines for them, word for word, serve the built maps as readers need them. */
export async function tryServers(tell: Tell): Promise<void> {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  for (const [name, server] of Object.entries(webServers)) {
    if (!existsSync(server.command)) {
      console.log(`${name} is not installed; going on without.`)
      continue
    }
    const [, lines = ''] = new RegExp(`^\`\`\`${server.language}\n(.*?)^\`\`\``, 'ms').exec(readme) ?? []
    await tell(`${name} with the README's lines`, () => tryServer(server, lines))
  }
}

async function tryServer({ command, configure, args }: WebServer, lines: string): Promise<void> {
  if (lines === '') throw new Error('The README has no lines for it.')
  const folder = mkdtempSync(join(tmpdir(), 'article-map-server-'))
  let output = ''
  let process: ChildProcess | undefined
  try {
    // Some servers read as another user.
    chmodSync(folder, 0o755)
    mkdirSync(join(folder, 'maps'))
    for (const name of ['raqqa', 'article-map.js', 'article-map-host.mjs']) {
      cpSync(join(root, 'dist', name), join(folder, 'maps', name), { recursive: true })
    }
    const port = await findPort()
    const configuration = join(folder, 'configuration')
    writeFileSync(configuration, configure(lines, { folder, port }))
    process = spawn(command, args(configuration), { env: { HOME: folder, PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } })
    for (const stream of [process.stdout, process.stderr]) stream?.on('data', (data) => void (output += String(data)))
    const ended = new Promise<never>((_, reject) => {
      process?.on('exit', () => reject(new Error(`It ended: ${output}`)))
    })
    const site = `http://127.0.0.1:${port}`
    await Promise.race([until(() => request(`${site}/raqqa/`), 'its first answer'), ended])
    const wrong = (await Promise.all(Object.keys(files).map((path) => findFaults(site, path)))).flat()
    if (wrong.length > 0) throw new Error(wrong.join('; '))
  } finally {
    if (process?.exitCode === null) {
      const end = once(process, 'exit')
      process.kill()
      await end
    }
    rmSync(folder, { recursive: true })
  }
}

/** Says what is wrong with the answer for one file. */
async function findFaults(site: string, path: string): Promise<string[]> {
  const [type = /^$/, sent = 'as it is'] = files[path] ?? []
  const answer = await request(site + path)
  const { headers, size } = answer
  const original = await request(site + path, { 'accept-encoding': 'identity' })
  const { etag, 'last-modified': modified } = headers
  const known = { ...(etag && { 'if-none-match': etag }), ...(modified && { 'if-modified-since': modified }) }
  const again = await request(site + path, known)
  const facts: Record<string, boolean> = {
    [`its status is ${answer.status}`]: answer.status === 200,
    [`its type is ${headers['content-type']}`]: type.test(headers['content-type'] ?? ''),
    [`it is sent ${headers['content-encoding'] ?? 'as it is'}`]: (headers['content-encoding'] ?? 'as it is') === sent,
    [`it is sent in ${size} bytes of ${original.size}`]:
      sent === 'gzip' ? size < original.size : size === original.size,
    'caches may give the compressed text to all': sent !== 'gzip' || /\baccept-encoding\b/i.test(headers.vary ?? ''),
    'other sites may not read it': headers['access-control-allow-origin'] === '*',
    'not every site may frame it': headers['content-security-policy'] === 'frame-ancestors *',
    [`asked for again, unchanged, it answers ${again.status}`]: again.status === 304,
  }
  return Object.entries(facts).flatMap(([what, holds]) => (holds ? [] : [`${path}: ${what}`]))
}

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** In bytes, as sent. */
  readonly size: number
}

/** Asks as browsers do. `fetch` would take off the compression. */
function request(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip, deflate, br', ...headers }, agent: false }, (response) => {
      let size = 0
      response.on('data', (data: Buffer) => void (size += data.length))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, size }))
      response.on('error', reject)
    }).on('error', reject)
  })
}

/** A port that is free now. */
async function findPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
