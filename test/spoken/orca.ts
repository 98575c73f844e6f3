import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { until } from '../engines/engine.ts'

/** A screen reader with a browser in front of it, on the screen of `xvfb-run` and the bus of `dbus-run-session`. */
export interface ScreenReader {
  /** Presses a key, by its X name, and gives what is said until nothing more is. */
  press(key: string): Promise<string[]>
  close(): Promise<void>
}

/** How a browser is started so that it can be heard; `folder` is for all that it keeps. */
export type BrowserCommand = (url: string, folder: string) => readonly string[]

export const browsers: Readonly<Record<'firefox' | 'chromium', BrowserCommand>> = {
  firefox(url, folder) {
    const settings = {
      'accessibility.force_disabled': -1,
      'browser.aboutwelcome.enabled': false,
      'browser.newtab.preload': false,
      'browser.shell.checkDefaultBrowser': false,
      'datareporting.policy.dataSubmissionEnabled': false,
    }
    const lines = Object.entries(settings).map(([name, value]) => `user_pref("${name}", ${value});\n`)
    writeFileSync(join(folder, 'user.js'), lines.join(''))
    return [process.env['FIREFOX_PATH'] ?? 'firefox-esr', '--profile', folder, '--kiosk', url]
  },
  chromium: (url, folder) => [
    process.env['CHROME_PATH'] ?? 'chromium',
    '--no-sandbox',
    '--force-renderer-accessibility',
    '--no-first-run',
    '--disable-background-networking',
    `--user-data-dir=${folder}`,
    '--kiosk',
    url,
  ],
}

/** Everything that is run, beside the browsers. */
const programs = ['orca', 'openbox', 'xdotool', 'gdbus', 'speech-dispatcher']
const accessibilityBus = '/usr/libexec/at-spi-bus-launcher'

/** What is missing here to hear anything. */
export function missingPrograms(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
  const missing = programs.filter((name) => !folders.some((folder) => isThere(join(folder, name))))
  return isThere(accessibilityBus) ? missing : [...missing, 'at-spi2-core']
}

/** How long nothing must be written before all has been said, in milliseconds. Orca writes of each event that it hears of. */
const silence = 1000
/** How long a key is given to be answered, in milliseconds: after it nothing is said. */
const answer = 12_000

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time))

/** Starts Orca, with a synthesizer that is silent and done at once, and then a browser; gives it once the page is there. */
export async function startOrca(command: BrowserCommand, url: string): Promise<ScreenReader> {
  const home = mkdtempSync(join(tmpdir(), 'article-map-spoken-'))
  const folderOf = (...path: string[]): string => {
    const folder = join(home, ...path)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return folder
  }
  const speech = folderOf('config', 'speech-dispatcher')
  writeFileSync(join(speech, 'speechd.conf'), 'AddModule "silent" "sd_generic" "silent.conf"\nDefaultModule silent\n')
  writeFileSync(
    join(folderOf('config', 'speech-dispatcher', 'modules'), 'silent.conf'),
    'GenericExecuteSynth "true"\nAddVoice "en" "MALE1" "en"\nAddVoice "ar" "MALE1" "ar"\n',
  )
  writeFileSync(
    join(folderOf('data', 'orca'), 'user-settings.conf'),
    JSON.stringify({
      general: {},
      profiles: { default: { profile: ['Default', 'default'], sayAllOnLoad: false, enableKeyEcho: false } },
      pronunciations: {},
      keybindings: {},
    }),
  )
  // Its log comes in blocks otherwise, and what is said is heard a key late.
  writeFileSync(
    join(folderOf('data', 'orca'), 'orca-customizations.py'),
    'import orca.debug\norca.debug.debugFile.reconfigure(line_buffering=True)\n',
  )
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: folderOf('config'),
    XDG_DATA_HOME: folderOf('data'),
    XDG_CACHE_HOME: folderOf('cache'),
    XDG_RUNTIME_DIR: folderOf('run'),
    LC_ALL: 'C.UTF-8',
  }
  const children: ChildProcess[] = []
  const start = (name: string, ...args: readonly string[]): void => {
    children.push(spawn(name, args, { env, stdio: 'ignore', detached: true }))
  }
  start('openbox')
  start(accessibilityBus, '--launch-immediately')
  for (const property of ['IsEnabled', 'ScreenReaderEnabled']) {
    const target = ['--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus']
    const method = 'org.freedesktop.DBus.Properties.Set'
    execFileSync('gdbus', ['call', ...target, '--method', method, 'org.a11y.Status', property, '<true>'], { env })
  }
  const log = join(home, 'orca.log')
  start('orca', '--replace', `--debug-file=${log}`)
  const read = (): string => (statSync(log, { throwIfNoEntry: false }) ? readFileSync(log, 'utf8') : '')
  const hears = (text: string): Promise<boolean> => until(() => Promise.resolve(read().includes(text)), `“${text}”`)
  await hears('Screen reader on.')

  let heard = read().length
  const saidSince = (): string[] =>
    [
      ...read()
        .slice(heard)
        .matchAll(/ SPEECH OUTPUT: '(.*?)'(?:\{|$)/gm),
    ]
      .map(([, words = '']) => words.trim())
      .filter((words) => words !== '')
  const listen = async (): Promise<string[]> => {
    const begin = Date.now()
    let written = -1
    for (let last = begin; Date.now() - last < silence; await pause(50)) {
      const { size } = statSync(log)
      const isAnswered = saidSince().length > 0 || Date.now() - begin > answer
      if (size !== written || !isAnswered) last = Date.now()
      written = size
    }
    const said = saidSince()
    heard = read().length
    return said
  }
  const [program = '', ...args] = command(url, folderOf('browser'))
  start(program, ...args)
  await hears('Finished loading')
  await listen()
  return {
    async press(key) {
      execFileSync('xdotool', ['key', key], { env })
      return listen()
    },
    async close() {
      for (const { pid } of children.toReversed()) {
        // Asked to end, Orca sometimes shuts down and then runs on for ever; nothing here is to be saved. Ended by itself, it cannot be ended.
        if (pid !== undefined) spawn('kill', ['-KILL', '--', `-${pid}`], { stdio: 'ignore' })
      }
      await Promise.all(
        children
          .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
          .map((child) => once(child, 'exit')),
      )
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}
