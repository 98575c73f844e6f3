import {
  type ColumnName,
  type GazetteerHeader,
  columnNames,
  columnWidths,
  gazetteerFormat,
} from './gazetteer-format.ts'

/** The columns of a gazetteer as typed arrays. */
export interface Columns {
  readonly header: GazetteerHeader
  /** The names in UTF-8, and where each entry's start; one more than there are entries. */
  readonly names: Uint8Array
  readonly starts: Uint32Array
  readonly codes: Uint8Array
  readonly countries: Uint8Array
  readonly regions: Uint16Array
  readonly populations: Uint16Array
  readonly ids: Uint32Array
  /** In steps of `degreeSteps`. */
  readonly latitudes: Int32Array
  readonly longitudes: Int32Array
}

/** Reads the columns of a gazetteer's file, unpacked. @throws {TypeError} if it is another file */
export function parseColumns(file: Uint8Array): Columns {
  const end = file.indexOf(10)
  const header = JSON.parse(
    new TextDecoder().decode(file.subarray(0, Math.max(0, end))) || 'null',
  ) as GazetteerHeader | null
  if (header?.format !== gazetteerFormat) throw new TypeError(`a gazetteer must be of the format ${gazetteerFormat}`)
  let offset = end + 1
  const parts = Object.fromEntries(
    columnNames.map((name) => {
      const part = file.subarray(offset, offset + header.columns[name])
      offset += header.columns[name]
      return [name, part]
    }),
  ) as Record<ColumnName, Uint8Array>
  const values = (name: keyof typeof columnWidths): Uint32Array => joinPlanes(parts[name], columnWidths[name])
  // Copies, so that the file itself need not be kept.
  return {
    header,
    names: parts.names.slice(),
    starts: lineStarts(parts.names, header.count),
    codes: parts.codes.slice(),
    countries: parts.countries.slice(),
    regions: Uint16Array.from(sumUp(values('regions'))),
    populations: Uint16Array.from(values('populations')),
    ids: Uint32Array.from(sumUp(values('ids'))),
    latitudes: sumUp(values('latitudes')),
    longitudes: sumUp(values('longitudes')),
  }
}

function lineStarts(names: Uint8Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1)
  let at = 0
  for (let i = 1; i < count; i++) {
    at = names.indexOf(10, at) + 1
    starts[i] = at
  }
  starts[count] = names.length + 1
  return starts
}

function joinPlanes(bytes: Uint8Array, width: number): Uint32Array {
  const count = bytes.length / width
  const values = new Uint32Array(count)
  for (let plane = 0; plane < width; plane++) {
    const [start, shift] = [plane * count, 8 * plane]
    for (let i = 0; i < count; i++) values[i] = (values[i] ?? 0) | ((bytes[start + i] ?? 0) << shift)
  }
  return values
}

function sumUp(steps: Uint32Array): Int32Array {
  const values = new Int32Array(steps.length)
  let value = 0
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i] ?? 0
    value += step & 1 ? -((step + 1) >>> 1) : step >>> 1
    values[i] = value
  }
  return values
}
