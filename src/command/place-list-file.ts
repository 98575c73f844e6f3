import { FileError } from '../build/text-file.ts'
import type { PlaceGeometry } from '../story/geometry.ts'
import { show } from '../story/json-node.ts'
import { type LocalName, precisions } from '../story/story.ts'
import { type FoundPosition, findPosition } from './coordinates.ts'
import { PositionError } from './position-error.ts'
import { type Column, columnsOf, splitCells } from './place-list-columns.ts'

/** A place of a list of places. */
export interface ListedPlace {
  readonly name: string
  /** The names by which the article speaks of it; without them, `name`. */
  readonly names?: readonly string[]
  readonly aliases?: readonly string[]
  readonly localName?: LocalName
  readonly geometry?: PlaceGeometry
  readonly source?: string
  readonly precision?: string
  readonly accuracy?: number
  /** Which of two readings of its position was taken. */
  readonly remark?: string
}

/** Reads the line or area of a place from a GeoJSON file that a list names. @throws {FileError} */
export type ReadGeometry = (file: string, name: string) => PlaceGeometry

/**
 * Parses a list of places: on each line a name, and then its position in any form that {@link findPosition} knows, or the name
 * of a GeoJSON file; or only a name. If the first line names columns, as a table's does, the others have these. Empty lines,
 * lines that start with #, and the numbers and bullets of a list are ignored.
 * @param file the list's name, for the errors
 * @throws {AggregateError} of a FileError for each line that cannot be read
 */
export function parsePlaceList(text: string, file: string, readGeometry: ReadGeometry): ListedPlace[] {
  const faults: FileError[] = []
  let parse: ParseRow | undefined
  const places = text.split(/\r\n|\r|\n/).flatMap((line, i) => {
    // Invisible marks of direction come along when Arabic is copied.
    const row = line.replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '').trim()
    if (row === '' || row.startsWith('#')) return []
    if (parse === undefined) {
      const columns = columnsOf(row)
      parse = columns
        ? (cells, read) => parseCells(splitCells(cells, columns.separator), columns.names, read)
        : parseLine
      if (columns) return []
    }
    try {
      return [parse(row, readGeometry)]
    } catch (error) {
      if (!(error instanceof PositionError || error instanceof FileError)) throw error
      faults.push(new FileError(`${file}:${i + 1}`, error.message))
      return []
    }
  })
  if (faults.length > 0) throw new AggregateError(faults)
  return places
}

/** Longer than any link of a map, in UTF-16 units. */
const longestLine = 4000

type ParseRow = (row: string, readGeometry: ReadGeometry) => ListedPlace

function parseLine(row: string, readGeometry: ReadGeometry): ListedPlace {
  const words = row.replace(/\s+/g, ' ').replace(/^(?:\d{1,3}[.)]|[-*•·–]) /, '')
  if (words.length > longestLine)
    throw new PositionError(`expected one place on a line, got ${words.length} characters`)
  const file = /^(.*\S)[\s,;]+(\S+\.(?:geo)?json)$/i.exec(words)
  if (file) {
    const [, start = '', path = ''] = file
    return { name: nameOf(start), geometry: readGeometry(path, nameOf(start)) }
  }
  const found = findPosition(words)
  if (found === undefined) {
    if (!looksLikePosition(words)) return { name: nameOf(words) }
    throw new PositionError(`${expected}, got ${show(words)}`)
  }
  const name = nameOf(found.before)
  if (name === '') throw new PositionError(`a name is missing before the position, got ${show(words)}`)
  // "Paris,48,85,2,35": which commas are decimal ones?
  if (/[,;]\s*-?\d+$/.test(name)) {
    throw new PositionError(`${expected}, got ${show(words)}`)
  }
  return { name, ...positioned(found) }
}

const expected =
  'expected a name and then a position, such as "Airolo 46.529 8.612", "Airolo 46°31′44″N 8°36′43″E" or a link of a map; ' +
  'other columns need a first line that names them, such as "name;latitude;longitude;source;precision;accuracy"'

/** A place from the cells of a row. */
function parseCells(
  cells: readonly string[],
  names: readonly (Column | undefined)[],
  readGeometry: ReadGeometry,
): ListedPlace {
  if (cells.length > names.length) {
    const advice = 'a cell with the separator in it stands in quotation marks'
    throw new PositionError(`expected ${names.length} cells, got ${cells.length} (${advice})`)
  }
  const cell = (column: Column): string => cells[names.indexOf(column)]?.trim() ?? ''
  const [name, source, precision] = [cell('name'), cell('source'), cell('precision')]
  if (name === '') throw new PositionError('a name is missing')
  if (precision !== '' && !precisions.some((known) => known === precision)) {
    const hint = /^\d/.test(precision) ? ' (metres belong into a column "accuracy")' : ''
    throw new PositionError(`precision must be exact, approximate, city or region, got ${show(precision)}${hint}`)
  }
  const accuracy = /^(\d+(?:\.\d+)?)\s?m?$/.exec(cell('accuracy'))?.[1]
  if (cell('accuracy') !== '' && accuracy === undefined) {
    throw new PositionError(`accuracy must be a number of metres, got ${show(cell('accuracy'))}`)
  }
  const written = cell('position') || [cell('latitude'), cell('longitude')].filter(Boolean).join('; ')
  const isFile = /\.(?:geo)?json$/i.test(written)
  const found = isFile ? undefined : findPosition(written)
  if (written !== '' && !isFile && found?.before.trim() !== '') {
    throw new PositionError(`expected a position, got ${show(written)}`)
  }
  return {
    name,
    ...(found && positioned(found)),
    ...(isFile && { geometry: readGeometry(written, name) }),
    ...(source !== '' && { source }),
    ...(precision !== '' && { precision }),
    ...(accuracy !== undefined && { accuracy: Number(accuracy) }),
  }
}

function positioned({ position, remark }: FoundPosition): Pick<ListedPlace, 'geometry' | 'remark'> {
  return { geometry: { type: 'Point', coordinates: position }, ...(remark !== undefined && { remark }) }
}

/** Whether a line without a position that could be read has numbers in it as a position has. */
function looksLikePosition(line: string): boolean {
  return /\p{Nd}[.,٫]\p{Nd}|\p{Nd}\s*[°º′]/u.test(line)
}

function nameOf(text: string): string {
  const name = text.replace(/[\s,;:|(–—-]+$/, '').trim()
  return name
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('""', '"')
    .trim()
}
