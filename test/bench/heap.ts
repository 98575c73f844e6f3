import type { CDPSession } from '@playwright/test'
import { round, type Table } from './report.ts'

/** The parts of a heap snapshot that are read. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly unknown[] }
  }
  /** For each node, as many numbers as there are fields. */
  readonly nodes: readonly number[]
  readonly strings: readonly string[]
}

/** What a page's heap holds: by kind, or by class where it is an object; and its largest strings. Nothing is counted twice. */
export async function readHeap(session: CDPSession): Promise<Table[]> {
  const { snapshot, nodes, strings } = await takeSnapshot(session)
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field))
  const kinds = types[type ?? 0] as readonly string[]
  const sums = new Map<string, { count: number; bytes: number }>()
  const texts: { text: string; bytes: number }[] = []
  for (let at = 0; at < nodes.length; at += fields.length) {
    const read = (field = 0): number => nodes[at + field] ?? 0
    const [kind = '', label = '', bytes] = [kinds[read(type)], strings[read(name)], read(size)]
    const key = kind === 'object' || kind === 'native' ? `${kind} ${label.slice(0, 40)}` : kind
    const sum = sums.get(key) ?? { count: 0, bytes: 0 }
    sums.set(key, { count: sum.count + 1, bytes: sum.bytes + bytes })
    if (kind.endsWith('string')) texts.push({ text: label, bytes })
  }
  const kB = (bytes: number): string => round(bytes / 1000)
  const largest = [...sums].toSorted(([, a], [, b]) => b.bytes - a.bytes).slice(0, 25)
  const longest = texts.toSorted((a, b) => b.bytes - a.bytes).slice(0, 15)
  return [
    {
      heading: 'The heap and what the browser keeps for it, without what each thing refers to.',
      columns: ['kind', 'kB', 'number'],
      rows: largest.map(([key, { count, bytes }]) => [key, kB(bytes), String(count)]),
    },
    {
      heading: 'Its largest strings.',
      columns: ['text', 'kB'],
      rows: longest.map(({ text, bytes }) => [`\`${text.slice(0, 60).replace(/[\s|`]+/g, ' ')}\``, kB(bytes)]),
    },
  ]
}

async function takeSnapshot(session: CDPSession): Promise<HeapSnapshot> {
  const chunks: string[] = []
  const keep = ({ chunk }: { chunk: string }): void => void chunks.push(chunk)
  session.on('HeapProfiler.addHeapSnapshotChunk', keep)
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  session.off('HeapProfiler.addHeapSnapshotChunk', keep)
  return JSON.parse(chunks.join('')) as HeapSnapshot
}
