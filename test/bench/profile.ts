import type { Browser } from '@playwright/test'
import { buildReadableScript, type ReadableScript } from './readable-script.ts'
import { readHeap } from './heap.ts'
import { round, type Table } from './report.ts'
import type { BenchServers } from './server.ts'
import { createSubjects } from './subjects.ts'
import { profiles, visit } from './visit.ts'
import type { Watched } from './watch.ts'

/** A function as V8 samples it. */
interface CallFrame {
  readonly functionName: string
  readonly url?: string
  /** From 0 on. */
  readonly lineNumber?: number
}

/** An event of a Chromium trace; times in microseconds. */
interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly args: {
    readonly data?: {
      readonly url?: string
      readonly documentLoaderURL?: string
      readonly cpuProfile?: {
        readonly nodes?: readonly { readonly id: number; readonly parent?: number; readonly callFrame: CallFrame }[]
        readonly samples?: readonly number[]
      }
      readonly timeDeltas?: readonly number[]
    }
  }
}

/** What the main thread does, by the names of the trace's events. What is not named counts as what it happens in. */
const kinds: Readonly<Record<string, string>> = {
  RunTask: 'other',
  ParseHTML: 'parsing HTML',
  ParseAuthorStyleSheet: 'parsing style',
  'v8.compile': 'compiling script',
  'v8.compileModule': 'compiling script',
  EvaluateScript: 'running script',
  'v8.evaluateModule': 'running script',
  FunctionCall: 'running script',
  FireAnimationFrame: 'running script',
  TimerFire: 'running script',
  RunMicrotasks: 'running script',
  EventDispatch: 'running script',
  UpdateLayoutTree: 'style',
  Layout: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
  MinorGC: 'collecting garbage',
  MajorGC: 'collecting garbage',
}

/** What V8 and Blink write into the trace. */
const categories = ['devtools.timeline', 'v8', 'blink.user_timing', 'disabled-by-default-v8.cpu_profiler']

/**
 * Traces the load of a page on the slow profile until its live marker is seen, then takes what is in its heap.
 * @param name that of a subject of the first table, or a part of it
 */
export async function profilePage(browser: Browser, servers: BenchServers, name = 'ours: the page'): Promise<Table[]> {
  const subjects = await createSubjects(servers)
  const subject = subjects.find((one) => one.name.includes(name))
  if (!subject) throw new Error(`There is no ${name}: choose ${subjects.map((one) => one.name).join(', ')}.`)
  const { url } = subject
  const { marker, ...others } = subject.watched
  const watched = { ...others, marker: subject.liveMarker ?? marker, moments: ['place' as const] }
  const isOurPage = url.startsWith(servers.maps)
  const isOurs = isOurPage || url.endsWith('/element.html')
  const script = isOurs ? await buildReadableScript(isOurPage ? 'client' : 'articleMap') : undefined
  const readableUrl = script ? await putReadablePage(servers, url, script) : url

  const times = tableOfTimes(await trace(browser, url, watched))
  const { page, session, time, until, close } = await visit(browser, readableUrl, watched, profiles.slow, isOurPage)
  await until('place')
  await page.waitForLoadState('load')
  const heap = await readHeap(session)
  await close()
  const heading = `${subject.name}: the main thread before the live map, ms; without a trace it is there after ${round(time('place'))} ms.`
  return [
    { ...times, heading },
    ...(script ? tablesOfScript(await trace(browser, readableUrl, watched, true), script) : []),
    ...heap,
  ]
}

/** Serves the same page with a script that can be read: it tells modules and classes by their names. @returns its address */
async function putReadablePage(servers: BenchServers, url: string, { code }: ReadableScript): Promise<string> {
  const html = await (await fetch(url)).text()
  const readable = new URL('readable.html', url)
  servers.put('/readable.js', code)
  servers.put(
    readable.pathname,
    html.replace(
      /<script type="module">[^]*?<\/script>|<script[^>]* src="[^"]*\/article-map\.js"[^>]*><\/script>/,
      () => '<script type="module" src="/readable.js"></script>',
    ),
  )
  return readable.href
}

/** The events of the page's main thread, from the navigation until the live map is seen. */
async function trace(browser: Browser, url: string, watched: Watched, bypassCSP = false): Promise<TraceEvent[]> {
  await browser.startTracing(undefined, { categories })
  const { time, until, close } = await visit(browser, url, watched, profiles.slow, bypassCSP)
  await until('place')
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const end = time('place') * 1000
  await close()
  const start = traceEvents.find(({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL === url)
  if (!start) throw new Error(`${url}: the trace has no navigation.`)
  const { pid, tid, ts } = start
  const isMain = (event: TraceEvent): boolean =>
    event.pid === pid && (event.tid === tid || event.name === 'ProfileChunk')
  return traceEvents.filter((event) => isMain(event) && event.ts >= ts && event.ts < ts + end)
}

/** How long each kind of work takes by itself, without the work that happens in it. */
function tableOfTimes(events: readonly TraceEvent[]): Table {
  const sums = new Map<string, number>()
  const open: { kind: string; end: number }[] = []
  const add = (kind: string, time: number): void => void sums.set(kind, (sums.get(kind) ?? 0) + time / 1000)
  const whole = events.filter(({ ph, dur }) => ph === 'X' && dur !== undefined)
  for (const { name, ts, dur = 0, args } of whole.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= ts) open.pop()
    const parent = open.at(-1)
    // What has no address is the watcher.
    const file =
      args.data?.url === undefined ? '' : ` of ${new URL(args.data.url || 'watcher:').pathname || 'the watcher'}`
    const found = kinds[name]
    const kind = found === undefined ? parent?.kind : found + (found.endsWith('script') ? file : '')
    if (kind === undefined) continue
    add(kind, dur)
    if (parent) add(parent.kind, -dur)
    open.push({ kind, end: ts + dur })
  }
  return tableOf('', ['work', 'ms'], sums, 0.5)
}

/** How long the modules of a script run: each by itself, and each function with all that it calls. */
function tablesOfScript(events: readonly TraceEvent[], { moduleAt }: ReadableScript): Table[] {
  const nodes = new Map<number, { readonly parent?: number; readonly callFrame: CallFrame }>()
  const modules = new Map<string, number>()
  const functions = new Map<string, number>()
  const moduleOf = ({ url = '', lineNumber = 0 }: CallFrame): string | undefined =>
    url.endsWith('readable.js') ? moduleAt(lineNumber) : undefined
  for (const { args } of events) {
    const { cpuProfile, timeDeltas = [] } = args.data ?? {}
    for (const node of cpuProfile?.nodes ?? []) nodes.set(node.id, node)
    for (const [i, id] of (cpuProfile?.samples ?? []).entries()) {
      const ms = Math.max(0, timeDeltas[i] ?? 0) / 1000
      const seen = new Set<string>()
      for (let node = nodes.get(id); node; node = nodes.get(node.parent ?? NaN)) {
        const module = moduleOf(node.callFrame)
        if (module === undefined) continue
        // What the browser does for a function, such as a layout that it asks for, is the function's time.
        if (seen.size === 0) modules.set(module, (modules.get(module) ?? 0) + ms)
        seen.add(`${node.callFrame.functionName || '(anonymous)'}, ${module}`)
      }
      for (const key of seen) functions.set(key, (functions.get(key) ?? 0) + ms)
    }
  }
  return [
    tableOf(
      'The script’s modules, each by itself, with the layouts that it asks for, ms.',
      ['module', 'ms'],
      modules,
      2,
    ),
    tableOf('The script’s functions, each with all that it calls, ms.', ['function', 'ms'], functions, 25),
  ]
}

/** The largest first, those that are at least so large. */
function tableOf(heading: string, columns: readonly string[], sums: ReadonlyMap<string, number>, least: number): Table {
  const rows = [...sums].filter(([, sum]) => sum >= least).toSorted(([, a], [, b]) => b - a)
  return { heading, columns, rows: rows.map(([name, sum]) => [name, round(sum, 1)]) }
}
