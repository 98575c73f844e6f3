import {
  type ColumnName,
  type Entry,
  type GazetteerHeader,
  columnNames,
  columnWidths,
  degreeSteps,
  encodePopulation,
  entryCodes,
  gazetteerFormat,
} from '../../../gazetteer/gazetteer-format.ts'

/** Puts entries into columns, sorted by country and id, so that what is alike stands together. */
export function encodeGazetteer(
  unsorted: readonly Entry[],
  { words, firstNames, demonyms }: Pick<GazetteerHeader, 'words' | 'firstNames' | 'demonyms'>,
): Uint8Array {
  const entries = unsorted.toSorted(
    (a, b) => compare(a.country, b.country) || a.id - b.id || compare(a.region, b.region),
  )
  const countries = [...new Set(entries.map(({ country }) => country))]
  const regions = [...new Set(entries.map(regionOf))].toSorted()
  const countryIndex = new Map(countries.map((country, i) => [country, i]))
  const regionIndex = new Map(regions.map((region, i) => [region, i]))
  const numbers = {
    codes: entries.map(({ code }) => entryCodes.indexOf(code)),
    countries: entries.map(({ country }) => countryIndex.get(country) ?? 0),
    regions: differences(entries.map((entry) => regionIndex.get(regionOf(entry)) ?? 0)),
    populations: entries.map(({ population }) => encodePopulation(population)),
    ids: differences(entries.map(({ id }) => id)),
    latitudes: differences(entries.map(({ latitude }) => Math.round(latitude * degreeSteps))),
    longitudes: differences(entries.map(({ longitude }) => Math.round(longitude * degreeSteps))),
  }
  const names = new TextEncoder().encode(entries.map(({ names: list }) => list.join('\t')).join('\n'))
  const columns = columnNames.map((name) => (name === 'names' ? names : planes(numbers[name], columnWidths[name])))
  const header: GazetteerHeader = {
    format: gazetteerFormat,
    count: entries.length,
    countries,
    regions,
    words,
    firstNames,
    demonyms,
    columns: Object.fromEntries(columnNames.map((name, i) => [name, columns[i]?.length ?? 0])) as Record<
      ColumnName,
      number
    >,
  }
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...columns])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function regionOf({ country, region }: Entry): string {
  return `${country}.${region}`
}

/** Each number less the one before it, its sign in the lowest bit. */
function differences(values: readonly number[]): number[] {
  return values.map((value, i) => {
    const step = value - (values[i - 1] ?? 0)
    return step < 0 ? -2 * step - 1 : 2 * step
  })
}

/** Numbers as their low bytes, then their next ones. */
function planes(values: readonly number[], width: number): Uint8Array {
  const bytes = new Uint8Array(values.length * width)
  for (let plane = 0; plane < width; plane++)
    for (const [i, value] of values.entries()) bytes[plane * values.length + i] = Math.floor(value / 256 ** plane) & 255
  return bytes
}
