import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Engine, until } from './engine.ts'

/** Unpacks the browser of a package once, beside it. @returns its folder */
async function unpack(name: string): Promise<string> {
  const home = join(import.meta.dirname, 'node_modules', name)
  const target = join(home, 'unpacked')
  if (existsSync(target)) return target
  const part = `${target}.${process.pid}`
  mkdirSync(part)
  for (const packed of readdirSync(join(home, 'bin'))) {
    const file = join(part, packed.replace(/\.br$/, ''))
    await pipeline(createReadStream(join(home, 'bin', packed)), createBrotliDecompress(), createWriteStream(file))
    if (file.endsWith('.tar')) execFileSync('tar', ['-xf', file, '-C', part, '--no-same-owner'])
  }
  chmodSync(join(part, 'chromium'), 0o755)
  renameSync(part, target)
  return target
}

/**
 * Starts a Chromium of a package under test/engines, which today's Playwright cannot drive, and speaks the DevTools protocol
 * to it: https://chromedevtools.github.io/devtools-protocol/
 */
export async function startChromium(name: string): Promise<Engine> {
  const folder = await unpack(name)
  const profile = mkdtempSync(join(tmpdir(), 'article-map-'))
  const libraries = [folder, join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  const flags = ['--headless', '--no-sandbox', '--no-zygote', '--disable-gpu', '--remote-debugging-port=0']
  const child = spawn(join(folder, 'chromium'), [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    env: { ...process.env, LD_LIBRARY_PATH: libraries },
    detached: true,
  })
  let output = ''
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const stop = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It is gone already.
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', stop)
  const port = await until(
    () => Promise.resolve(/ws:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1]),
    `${name}, which said: ${output},`,
  )
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as readonly {
    readonly type: string
    readonly webSocketDebuggerUrl: string
  }[]
  const address = targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl ?? ''
  const send = await connect(address)
  await send('Page.enable')

  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails))
    return (result as { readonly value: T }).value
  }
  return {
    name,
    evaluate,
    async goto(url) {
      // An address that differs only after its # would not open the page anew.
      await send('Page.navigate', { url: 'about:blank' })
      await until(() => evaluate<boolean>('location.href === "about:blank"'), 'a blank page')
      await send('Page.navigate', { url })
      await until(() => evaluate<boolean>('location.href !== "about:blank" && document.readyState === "complete"'), url)
    },
    async click(x, y) {
      const at = { x, y, button: 'left', clickCount: 1 }
      await send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y })
      await send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at })
      await send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at })
    },
    async press(key) {
      const code = { key, code: key, windowsVirtualKeyCode: key === 'Escape' ? 27 : 13 }
      await send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...code })
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...code })
    },
    async resize(width, height) {
      await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
    },
    close() {
      process.off('exit', stop)
      stop()
      return Promise.resolve()
    },
  }
}

type Send = (method: string, params?: object) => Promise<Readonly<Record<string, unknown>>>

/** What the browser answers to a command. */
interface Answer {
  readonly result?: object
  readonly error?: object
}

/** Opens a connection to a page, and gives what sends it a command and waits for the answer. */
async function connect(url: string): Promise<Send> {
  const socket = new WebSocket(url)
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer & { readonly id?: number }
    if (answer.id === undefined) return
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error(`There is no connection to ${url}.`)))
  })
  let last = 0
  return (method, params = {}) => {
    const id = ++last
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ result, error }) => {
        if (error) reject(new Error(`${method}: ${JSON.stringify(error)}`))
        else resolve((result ?? {}) as Readonly<Record<string, unknown>>)
      })
      socket.send(JSON.stringify({ id, method, params }))
    })
  }
}
