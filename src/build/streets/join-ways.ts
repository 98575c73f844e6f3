import type { Position } from '../../story/geometry.ts'

/** Joins lines end to end wherever just two of them meet: OpenStreetMap cuts streets at every bridge and bus stop. */
export function joinWays(ways: readonly (readonly Position[])[]): Position[][] {
  const lines = new Set(ways.map((way) => [...way]))
  const ends = new Map<string, Position[][]>()
  const keyOf = (position: Position | undefined): string => `${position?.[0]},${position?.[1]}`
  const endsOf = (line: Position[]): string[] => [keyOf(line[0]), keyOf(line.at(-1))]
  for (const line of lines) for (const key of endsOf(line)) ends.set(key, [...(ends.get(key) ?? []), line])
  for (const [key, meeting] of ends) {
    const [first, second] = meeting
    if (meeting.length !== 2 || !first || !second || first === second) continue
    const before = keyOf(first[0]) === key ? first.toReversed() : first
    const after = keyOf(second[0]) === key ? second : second.toReversed()
    const joined = [...before, ...after.slice(1)]
    for (const line of [first, second]) {
      lines.delete(line)
      for (const end of endsOf(line)) {
        ends.set(
          end,
          (ends.get(end) ?? []).map((other) => (other === line ? joined : other)),
        )
      }
    }
    lines.add(joined)
  }
  return [...lines]
}
