import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Engine, until } from './engine.ts'

/** Starts Debian's WebKitGTK, on the screen of `xvfb-run`, by W3C WebDriver: https://www.w3.org/TR/webdriver2/ */
export async function startWebKit(): Promise<Engine> {
  const binary = readdirSync('/usr/lib')
    .map((folder) => join('/usr/lib', folder, 'webkit2gtk-4.1', 'MiniBrowser'))
    .find((path) => existsSync(path))
  if (binary === undefined) throw new Error('There is no MiniBrowser of WebKitGTK.')
  const port = await freePort()
  const env = { ...process.env, WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1' }
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' })
  process.once('exit', () => driver.kill())
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    })
    const { value } = (await answer.json()) as { readonly value: T }
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value)}`)
    return value
  }
  await until(() => call<object>('GET', '/status'), 'the driver of WebKitGTK')
  const options = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } }
  const made = await call<{ sessionId: string }>('POST', '/session', { capabilities: { alwaysMatch: options } })
  const session = `/session/${made.sessionId}`

  const evaluate = <T>(expression: string): Promise<T> => {
    const script = `const done = arguments[0]; Promise.resolve(${expression}).then(done, (error) => done(String(error)))`
    return call<T>('POST', `${session}/execute/async`, { script, args: [] })
  }
  const act = (actions: object): Promise<unknown> => call('POST', `${session}/actions`, { actions: [actions] })
  return {
    name: 'WebKitGTK',
    evaluate,
    async goto(url) {
      await call('POST', `${session}/url`, { url: 'about:blank' })
      await call('POST', `${session}/url`, { url })
    },
    async click(x, y) {
      const [down, up] = [
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]
      const at = { type: 'pointerMove', x: Math.round(x), y: Math.round(y) }
      await act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [at, down, up] })
    },
    async press(key) {
      const value = key === 'Escape' ? '\uE00C' : '\uE007'
      const actions = [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]
      await act({ type: 'key', id: 'keyboard', actions })
    },
    async resize(width, height) {
      // A window has a bar above the page.
      const inner = await evaluate<[number, number]>('[outerWidth - innerWidth, outerHeight - innerHeight]')
      await call('POST', `${session}/window/rect`, { width: width + inner[0], height: height + inner[1] })
    },
    async close() {
      await call('DELETE', session)
      driver.kill()
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
