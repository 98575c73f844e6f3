/** The candidate that a misspelt word most likely means, if one is near enough. Case, `-` and `_` do not count. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const found = plain(word)
  if (found.length > 40) return undefined
  const near = candidates
    .map((candidate) => ({ candidate, distance: distance(found, plain(candidate)) }))
    .filter(({ candidate, distance }) => distance <= Math.min(3, candidate.length / 3))
  return near.sort((a, b) => a.distance - b.distance)[0]?.candidate
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '')
}

/** Damerau–Levenshtein distance: the number of letters to be changed, left out or added, or swapped with the next one. */
function distance(a: string, b: string): number {
  let last: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = isSwapped ? (last[j - 2] ?? 0) + 1 : Infinity
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    last = row
    row = next
  }
  return row[b.length] ?? 0
}
