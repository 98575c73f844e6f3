// A real WordPress: Debian's package with its own themes, a database and PHP's own server, all in a folder that is removed.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** Where Debian's package is. */
const wordpressFolder = '/usr/share/wordpress'

/** The Debian packages of which a WordPress is made. */
export const debianPackages = [
  'wordpress',
  'wordpress-theme-twentytwentyone',
  'wordpress-theme-twentytwentytwo',
  'wordpress-theme-twentytwentythree',
  'php-cli',
  'php-mysql',
  'php-xml',
  'php-curl',
  'php-mbstring',
  'mariadb-server',
] as const

/** Its themes: one of templates, two of blocks. */
export const themes = ['twentytwentyone', 'twentytwentytwo', 'twentytwentythree'] as const

/** The only thing that is not as Debian has it: WordPress asks no server of this machine for an oEmbed. */
const localHosts = `<?php
/* Plugin Name: This machine's servers are public, and so are their ports. */
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', function ($ports, $host, $url) { return [...$ports, parse_url($url, PHP_URL_PORT)]; }, 10, 3);
`

/** Who writes: an Author may not publish frames and scripts, an editor of a site of its own may. */
export type Role = 'author' | 'editor'

/** A post as WordPress has kept it. */
export interface Post {
  readonly url: string
  /** What is left of its content when it is saved. */
  readonly content: string
}

/** A WordPress that answers. */
export interface WordPress {
  /** `http://127.0.0.1:…` */
  readonly url: string
  /** The password of `editor` and `author`. */
  readonly password: string
  setTheme(name: (typeof themes)[number]): void
  /** @param content as the editor saves it: HTML, with the comments that mark blocks where it has blocks */
  writePost(by: Role, title: string, content: string): Post
  stop(): Promise<void>
}

/** Whether this machine has what a WordPress needs. */
export function hasWordPress(): boolean {
  const files = [`${wordpressFolder}/wp-load.php`, '/usr/bin/php', '/usr/sbin/mariadbd']
  return [...files, ...themes.map((theme) => `${wordpressFolder}/wp-content/themes/${theme}`)].every(existsSync)
}

/** Sets a WordPress up and starts it, in some ten seconds. */
export async function startWordPress(): Promise<WordPress> {
  const folder = mkdtempSync(join(tmpdir(), 'article-map-wordpress-'))
  const site = join(folder, 'site')
  const socket = join(folder, 'database.sock')
  const password = 'on this machine only'
  // Debian's package leads to files of other packages: PHP's own server follows no link that leads out of its folder.
  cpSync(wordpressFolder, site, { recursive: true, dereference: true })
  const plugins = join(site, 'wp-content', 'mu-plugins')
  mkdirSync(plugins)
  writeFileSync(join(plugins, 'local-hosts.php'), localHosts)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  writeFileSync(join(site, 'wp-config.php'), configuration(socket, url))

  const data = join(folder, 'data')
  const asUser = `--user=${userInfo().username}`
  execFileSync(
    'mariadb-install-db',
    ['--no-defaults', `--datadir=${data}`, asUser, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { stdio: 'ignore' },
  )
  const database = start('mariadbd', [
    '--no-defaults',
    asUser,
    `--datadir=${data}`,
    `--socket=${socket}`,
    '--skip-networking',
  ])
  await until(() => tryMariadb(socket, 'SELECT 1'))
  tryMariadb(socket, 'CREATE DATABASE wordpress')

  const ask = <Answer>(task: string, words: object): Answer => {
    const answer = execFileSync('php', ['-d', 'sendmail_path=/bin/true', join(import.meta.dirname, 'site.php'), task], {
      input: JSON.stringify(words),
      encoding: 'utf8',
      env: { ...process.env, WORDPRESS_FOLDER: site },
    })
    return JSON.parse(answer) as Answer
  }
  ask('install', { password })
  const server = start('php', ['-S', new URL(url).host, '-t', site], { PHP_CLI_SERVER_WORKERS: '6' })
  await until(async () => (await fetch(url)).ok)
  return {
    url,
    password,
    setTheme: (name) => void ask('theme', { name }),
    writePost(by, title, content) {
      const { id, ...post } = ask<{ id: number; content: string }>('post', { by, title, content })
      return { ...post, url: `${url}/?p=${id}` }
    },
    async stop() {
      for (const running of [server, database]) {
        running.kill()
        if (running.exitCode === null) await once(running, 'exit')
      }
      rmSync(folder, { recursive: true })
    },
  }
}

const configuration = (socket: string, url: string): string => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '${url}');
define('WP_SITEURL', '${url}');
// Nothing is asked of servers elsewhere, and nothing is done on the side.
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
$_SERVER['HTTP_HOST'] ??= '${new URL(url).host}';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`

function start(command: string, commandArguments: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const process_ = spawn(command, commandArguments, { stdio: 'ignore', env: { ...process.env, ...env } })
  process.once('exit', () => process_.kill())
  return process_
}

function tryMariadb(socket: string, sql: string): boolean {
  try {
    execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '--user=root', '--execute', sql], {
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}

/** Waits until something holds; what throws does not hold yet. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    try {
      if (await holds()) return
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('It does not answer after half a minute.')
}

/** A port on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
