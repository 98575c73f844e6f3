// Walks through the built Raqqa page in a browser that is not of today, step by step, and prints what held:
// `npm run engines -- chromium-109`. What each of them is to show is said below. Only `.ci/run` has these browsers.
// After several browsers comes what held, as a table in Markdown; `readers` prints how many get the live map.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { parseStory } from '../../src/story/parse-story.ts'
import { startServers, type TestServers } from '../server.ts'
import { startChromium } from './chromium.ts'
import { type Engine, until } from './engine.ts'
import { shareOfReaders } from './readers.ts'
import { startWebKit } from './webkit.ts'

const root = resolve(import.meta.dirname, '..', '..')
const { article, places } = parseStory(readFileSync(join(root, 'geo', 'raqqa.geojson'), 'utf8'))
const quotes = places.flatMap((place) => place.quotes.map(({ exact }) => exact))

/** How a browser is started, and whether it shows the live map or the list with the static map. */
const engines: Readonly<Record<string, readonly [start: () => Promise<Engine>, shows: 'live' | 'list']>> = {
  'chromium-112': [() => startChromium('chromium-112'), 'live'],
  'chromium-109': [() => startChromium('chromium-109'), 'live'],
  // Chromium 92.
  'chrome-aws-lambda': [() => startChromium('chrome-aws-lambda'), 'list'],
  webkit: [startWebKit, 'live'],
}

type Step = (engine: Engine, servers: TestServers) => Promise<void>

/** In the page: the parts of the map, live or static, and where the middle of one is. Written for old browsers. */
const parts = `
  const map = document.querySelector('article-map');
  const all = (selector) => Array.from(((map && map.shadowRoot) || document).querySelectorAll(selector));
  const named = (name) => all('button').find((part) => (part.getAttribute('aria-label') || part.title || part.textContent).indexOf(name) === 0);
  const middle = (part) => {
    if (!part || part.closest('.coming')) return null;
    const box = part.getBoundingClientRect();
    return box.width > 0 && box.height > 0 ? [box.left + box.width / 2, box.top + box.height / 2] : null;
  };`
const inPage = (expression: string): string => `(() => { ${parts} return ${expression} })()`

const see = (engine: Engine, expression: string, what: string): Promise<unknown> =>
  until(() => engine.evaluate(inPage(expression)), what)

/** Presses what an expression finds, once it stands still over several frames: a slow one can outlast the wait of {@link until}. */
async function press(engine: Engine, expression: string, what: string): Promise<void> {
  let before = ''
  const [x, y] = await until(async () => {
    const found = `new Promise((tell) => requestAnimationFrame(() => requestAnimationFrame(() => tell(middle(${expression})))))`
    const at = await engine.evaluate<[number, number] | null>(inPage(found))
    const stands = JSON.stringify(at) === before
    before = JSON.stringify(at)
    return stands ? at : null
  }, what)
  await engine.click(x, y)
}

/** Whether the popup of a place is seen: one that opens is not until the map has arrived. */
const popupOf = (name: string): string =>
  `all('.leaflet-popup h3, .leaflet-popup h2').some((heading) => middle(heading) && heading.textContent.indexOf(${JSON.stringify(name)}) >= 0)`

const page = ({ maps }: TestServers): string => `${maps}/raqqa/?tiles=off`

/** Neither transparent nor black, as what is drawn in colours that a browser does not understand. */
const isColoured = (part: string, property: string): string =>
  `!/^(rgba\\(0, 0, 0, 0\\)|rgb\\(0, 0, 0\\)|none|transparent)$/.test(getComputedStyle(${part})[${JSON.stringify(property)}])`

const always: Readonly<Record<string, Step>> = {
  'the headline and every quote are in the page': async (engine, servers) => {
    await engine.goto(page(servers))
    const text = await engine.evaluate<string>('document.body.textContent')
    const missing = [article.headline, ...quotes].filter((words) => !text.includes(words))
    if (missing.length > 0) throw new Error(`It lacks ${missing.join()}`)
  },
}

const live: Readonly<Record<string, Step>> = {
  'the live map is there, in colour': async (engine) => {
    await see(engine, `middle(all('.leaflet-container .marker')[0])`, 'a marker')
    await see(engine, isColoured(`all('.stage')[0]`, 'backgroundColor'), 'the colour of land')
    await see(engine, isColoured(`all('.leaflet-container path')[0]`, 'fill'), 'the colour of a country')
    await see(engine, isColoured(`all('.controls')[0]`, 'backgroundColor'), 'the colour of a button')
  },
  'a group opens into its places': async (engine) => {
    await press(engine, `named('4 places')`, 'the group')
    await see(engine, `middle(named('Place 3: Main hospital'))`, 'the hospital')
  },
  'a marker opens its popup': async (engine) => {
    await press(engine, `named('Place 3: Main hospital')`, 'the hospital')
    await see(engine, popupOf('Main hospital'), 'its popup')
  },
  'the popup has the article’s words, to be read on its own ground': async (engine) => {
    const said = await engine.evaluate<string[]>(inPage(`all('.leaflet-popup blockquote').map((q) => q.textContent)`))
    const wanted = places.find(({ id }) => id === 'main-hospital')?.quotes.map(({ exact }) => exact)
    if (JSON.stringify(said) !== JSON.stringify(wanted)) throw new Error(`It says ${said.join()}`)
    await see(engine, isColoured(`all('.leaflet-popup-content-wrapper')[0]`, 'backgroundColor'), 'the popup’s ground')
  },
  'next and previous lead on and back': async (engine) => {
    await press(engine, `named('Next place')`, 'the button')
    await see(engine, popupOf('Municipal stadium'), 'the next popup')
    await press(engine, `named('Previous place')`, 'the button')
    await see(engine, popupOf('Main hospital'), 'the popup before')
  },
  'Escape closes the popup, and on a phone the card under the map': async (engine, servers) => {
    await engine.press('Escape')
    await see(engine, `all('.leaflet-popup').length === 0`, 'a map without a popup')
    await engine.resize(390, 844)
    await engine.goto(`${page(servers)}#place=deir-ezzor`)
    await see(engine, `all('.sheet h2, .sheet h3').some((heading) => middle(heading))`, 'the card')
    await see(engine, `middle(named('Place 5: Deir Ezzor'))`, 'its marker')
    await engine.press('Escape')
    await see(engine, `middle(all('.row .name')[0])`, 'the list')
    await engine.resize(1280, 800)
  },
  'an address opens its place': async (engine, servers) => {
    await engine.goto(`${page(servers)}#place=municipal-stadium`)
    await see(engine, popupOf('Municipal stadium'), 'the popup')
  },
  'in a sandboxed frame the map tells the page of its places': async (engine, { pages, maps }) => {
    const query = new URLSearchParams({ src: `${maps}/raqqa/?tiles=off`, sandbox: 'allow-scripts' })
    await engine.goto(`${pages}/frame.html?${query}`)
    await see(engine, `window.messages.some(({ data }) => data.type === 'height')`, 'its height')
    await engine.evaluate(
      `document.querySelector('iframe').contentWindow.postMessage({ articleMap: 1, type: 'ready', passages: null }, '*')`,
    )
    await see(engine, `window.messages.some(({ data }) => data.places && data.places.length === 5)`, 'its places')
  },
  'the numbers of the places stand in the article': async (engine, { pages }) => {
    await engine.goto(`${pages}/host-article.html`)
    await engine.evaluate(`document.querySelector('iframe').scrollIntoView()`)
    await see(engine, `document.querySelectorAll('[data-article-map-reference]').length === 9`, 'nine numbers')
  },
  'the element shows its map in a page': async (engine, { pages, maps }) => {
    const query = new URLSearchParams({ src: `${maps}/cors/geo/raqqa.geojson`, fallback: 'The map' })
    await engine.goto(`${pages}/element.html?${query}`)
    await see(engine, `middle(all('.leaflet-container .marker')[0])`, 'a marker')
  },
}

const list: Readonly<Record<string, Step>> = {
  'the static map is there, in colour, over the whole list': async (engine) => {
    await see(engine, `all('.stage')[0].getBoundingClientRect().height > 150`, 'the map')
    await see(engine, isColoured(`all('.static-map')[0]`, 'backgroundColor'), 'the colour of the sea')
    await see(engine, `all('.static-map a').filter(middle).length >= 2`, 'two markers')
    await see(
      engine,
      `all('.row').length === 5 && all('.row').every(middle) && all('.row')[4].getBoundingClientRect().bottom + scrollY <= document.documentElement.scrollHeight`,
      'all five places to scroll to',
    )
  },
  'a marker leads to its place in the list': async (engine) => {
    await press(engine, `all('.static-map a').filter(middle).pop()`, 'a marker')
    await see(engine, `location.hash.indexOf('#place=') === 0`, 'its address')
    await see(engine, `document.querySelector('.row:target').getBoundingClientRect().top < innerHeight`, 'its row')
  },
  'an address leads to its place in the list': async (engine, servers) => {
    await engine.goto(`${page(servers)}#place=deir-ezzor`)
    await see(engine, `document.querySelector('.row:target').getBoundingClientRect().top < innerHeight`, 'its row')
  },
  'a frame tells the page its height': async (engine, { pages, maps }) => {
    const query = new URLSearchParams({ src: `${maps}/raqqa/?tiles=off`, sandbox: 'allow-scripts' })
    await engine.goto(`${pages}/frame.html?${query}`)
    await see(engine, `window.messages.some(({ data }) => data.type === 'height')`, 'its height')
  },
  'the script of the article’s page starts': async (engine, { pages }) => {
    await engine.goto(`${pages}/host-article.html`)
    await see(engine, `typeof articleMapHost === 'object'`, 'the script')
  },
  'the element leaves what it holds': async (engine, { pages, maps }) => {
    const query = new URLSearchParams({ src: `${maps}/cors/geo/raqqa.geojson`, fallback: 'The map' })
    await engine.goto(`${pages}/element.html?${query}`)
    await see(engine, `middle(document.querySelector('article-map a'))`, 'the link')
  },
}

/** Reads the page as a text browser does. */
async function readAsText({ maps }: TestServers): Promise<void> {
  const { stdout: text } = await promisify(execFile)('lynx', ['-dump', '-nolist', '-width=1000', `${maps}/raqqa/`])
  const plain = (words: string): string => words.replace(/\s+/g, ' ')
  const missing = quotes.filter((quote) => !plain(text).includes(plain(quote)))
  if (missing.length > 0) throw new Error(`It lacks ${missing.join()}`)
  for (const words of ['Türkiye, Iraq', 'Natural Earth GSHHG']) {
    if (!plain(text).includes(words)) throw new Error(`It has a lump of words where “${words}” should be.`)
  }
  if (/\d\s?km\b.*\d\s?km\b/.test(text)) throw new Error('It has several scales.')
}

/** What held, by step and browser. */
const held = new Map<string, Map<string, boolean>>()

async function walk(name: string, servers: TestServers): Promise<number> {
  let failed = 0
  const note = (what: string, holds: boolean): void => {
    const step = held.get(what) ?? new Map<string, boolean>()
    held.set(what, step.set(name, holds))
  }
  const tell = async (what: string, step: Promise<void>): Promise<void> => {
    try {
      await step
      note(what, true)
      console.log(`ok: ${name}: ${what}`)
    } catch (error) {
      failed++
      note(what, false)
      console.log(`FAILED: ${name}: ${what}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (name === 'lynx') {
    await tell('every quote is read, and no lump of words', readAsText(servers))
    return failed
  }
  if (name === 'readers') {
    const { live, known } = await shareOfReaders()
    console.log(`${live.toFixed(2)} % of all readers get the live map, of ${known.toFixed(2)} % whose browser is known`)
    return 0
  }
  const [start, shows] = engines[name] ?? []
  if (!start) throw new Error(`There is no ${name}: choose ${[...Object.keys(engines), 'lynx', 'readers'].join(', ')}.`)
  const engine = await start()
  try {
    await engine.resize(1280, 800)
    for (const [what, step] of Object.entries({ ...always, ...(shows === 'live' ? live : list) })) {
      await tell(what, step(engine, servers))
    }
  } finally {
    await engine.close()
  }
  return failed
}

/** Writes what held as a table; a step that a browser is not asked for has an empty cell. */
function writeTable(names: readonly string[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const cell = (holds?: boolean): string => (holds === undefined ? '' : holds ? 'yes' : 'no')
  const steps = [...held].map(([what, step]) => row([what, ...names.map((name) => cell(step.get(name)))]))
  return [row(['', ...names]), row(['---', ...names.map(() => '---')]), ...steps].join('\n')
}

const servers = await startServers(join(root, 'dist'))
const names = process.argv.slice(2)
let failed = 0
for (const name of names) failed += await walk(name, servers)
await servers.close()
const walked = names.filter((name) => name !== 'readers')
if (walked.length > 1) console.log(writeTable(walked))
process.exit(failed === 0 ? 0 : 1)
