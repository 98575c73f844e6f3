import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { chromium, type LaunchOptions } from '@playwright/test'

const cache = join(import.meta.dirname, '..', 'node_modules', '.cache')

/**
 * Which Chromium the tests launch, the first of: CHROME_PATH; the one that `npx playwright install chromium` put there;
 * Chrome, Chromium or Edge of the system; on Linux x64, the one inside the npm package @sparticuz/chromium, unpacked
 * once under node_modules/.cache. Throws a message that says what to do where there is none.
 */
export async function chromiumLaunch(env: NodeJS.ProcessEnv = process.env): Promise<LaunchOptions> {
  // Chromium's own sandbox refuses to start as root.
  const args = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const chosen = env.CHROME_PATH
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH is set to ${chosen}, and there is no file there.`)
    return { executablePath: chosen, args }
  }
  if (existsSync(chromium.executablePath())) return { args }
  const found = chromiumPaths(env).find((path) => existsSync(path))
  if (found) return { executablePath: found, args }
  const unpacked = process.platform === 'linux' && process.arch === 'x64' ? await unpackChromium(env) : undefined
  if (unpacked) return { ...unpacked, args: ['--no-sandbox', '--no-zygote'] }
  throw new Error(
    [
      'No Chromium-family browser was found for the tests. Do one of these, then run the command again:',
      '  npx playwright install --with-deps chromium   (any system; downloads the browser)',
      '  sudo apt-get install chromium                 (Debian, Ubuntu)',
      '  CHROME_PATH=/path/to/chrome npm test          (a browser that you have elsewhere)',
    ].join('\n'),
  )
}

/** Where a stock Firefox is: FIREFOX_PATH, or where the system has it; `undefined` where there is none. */
export function firefoxPath(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const paths = [
    env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    String.raw`C:\Program Files\Mozilla Firefox\firefox.exe`,
  ]
  return paths.find((path) => path && existsSync(path))
}

function chromiumPaths(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    return roots.flatMap((root) => programs.map((program) => join(root, program)))
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge']
  return [...names.map((name) => `/usr/bin/${name}`), '/snap/bin/chromium']
}

/** Unpacks Chromium, its libraries and one font from the npm package, once; a run that is cut off leaves no half of it. */
async function unpackChromium(env: NodeJS.ProcessEnv): Promise<LaunchOptions | undefined> {
  const home = packageHome('@sparticuz/chromium', 'bin/chromium.br')
  if (home === undefined) return undefined
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const target = join(cache, `chromium-${version}`)
  if (!existsSync(target)) {
    const part = `${target}.${process.pid}`
    mkdirSync(part, { recursive: true })
    for (const name of ['chromium', 'al2023.tar', 'fonts.tar', 'swiftshader.tar']) {
      const file = join(part, name)
      const packed = createReadStream(join(home, 'bin', `${name}.br`))
      await pipeline(packed, createBrotliDecompress(), createWriteStream(file))
      if (!name.endsWith('.tar')) continue
      execFileSync('tar', ['-xf', file, '-C', part, '--no-same-owner'])
      rmSync(file)
    }
    const fonts = `<dir>${target}/fonts</dir><cachedir>${target}/fonts-cache</cachedir>`
    const doctype = '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    writeFileSync(join(part, 'fonts.conf'), `<?xml version="1.0"?>${doctype}<fontconfig>${fonts}</fontconfig>`)
    chmodSync(join(part, 'chromium'), 0o755)
    renameSync(part, target)
  }
  const libraries = [env.LD_LIBRARY_PATH, join(target, 'lib')].filter(Boolean).join(':')
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: target }
  return { executablePath: join(target, 'chromium'), env: { ...env, ...fonts, LD_LIBRARY_PATH: libraries } }
}

/** The folder of an installed package that has a certain file; the package need not export its package.json. */
function packageHome(name: string, file: string): string | undefined {
  let folder: string
  try {
    folder = dirname(fileURLToPath(import.meta.resolve(name)))
  } catch {
    return undefined
  }
  while (!existsSync(join(folder, file))) {
    if (dirname(folder) === folder) return undefined
    folder = dirname(folder)
  }
  return folder
}
