/** What the columns of a list of places can be. */
export type Column = 'name' | 'latitude' | 'longitude' | 'position' | 'source' | 'precision' | 'accuracy'

// As tables head them in the languages of the interface, in lower case.
const headings: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'place', 'title', 'ort', 'nom', 'lieu', 'nombre', 'lugar', 'ad', 'yer', 'الاسم', 'المكان'],
  latitude: ['latitude', 'lat', 'y', 'breite', 'breitengrad', 'latitud', 'enlem', 'خط العرض'],
  longitude: ['longitude', 'lon', 'lng', 'long', 'x', 'länge', 'längengrad', 'longitud', 'boylam', 'خط الطول'],
  position: [
    'position',
    'coordinates',
    'koordinaten',
    'coordonnées',
    'coordenadas',
    'koordinatlar',
    'link',
    'geometry',
  ],
  source: ['source', 'quelle', 'fuente', 'kaynak', 'المصدر'],
  precision: ['precision', 'genauigkeit', 'précision', 'precisión'],
  accuracy: ['accuracy', 'radius'],
}

/** The columns that the first line of a table names, and what separates them; others are undefined, and ignored. */
export interface Columns {
  readonly separator: string
  readonly names: readonly (Column | undefined)[]
}

/** The columns of a line that names at least that of the places and one of their positions; undefined for any other line. */
export function columnsOf(line: string): Columns | undefined {
  const separator = ['\t', ';', ','].find((mark) => line.includes(mark))
  if (separator === undefined) return undefined
  const names = splitCells(line, separator).map((cell) => columnNamed(cell.trim().toLowerCase()))
  const has = (column: Column): boolean => names.includes(column)
  const isTable = has('name') && (has('position') || (has('latitude') && has('longitude')))
  return isTable ? { separator, names } : undefined
}

function columnNamed(heading: string): Column | undefined {
  const columns = Object.keys(headings) as Column[]
  return columns.find((column) => headings[column].includes(heading))
}

/** The cells of a row; one in quotation marks may hold the separator, and a quotation mark twice (RFC 4180). */
export function splitCells(row: string, separator: string): string[] {
  const cells = ['']
  let isQuoted = false
  for (const part of row.split(/(["\t;,])/)) {
    if (part === '"') isQuoted = !isQuoted
    if (part === separator && !isQuoted) cells.push('')
    else cells.push(`${cells.pop() ?? ''}${part}`)
  }
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"([^]*)"$/, '$1')
      .replaceAll('""', '"'),
  )
}
