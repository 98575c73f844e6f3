/** The greatest of 1, 2, 3, 5, 10, 20, 30, 50 … that is not greater than a length: what a scale bar shows. */
export function roundLength(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length))
  const lead = [5, 3, 2, 1].find((n) => n * power <= length) ?? 1
  return lead * power
}

/** A scale bar's length in metres as the language (BCP 47) writes it: `500 m`, `50 km`. */
export function formatLength(metres: number, language: string): string {
  const [value, unit] = metres >= 1000 ? [metres / 1000, 'kilometer'] : [metres, 'meter']
  return new Intl.NumberFormat(language, { style: 'unit', unit }).format(value)
}
