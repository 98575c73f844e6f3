/**
 * The length that a scale bar shows: the greatest of 1, 2, 3, 5, 10, 20, 30, 50 … that is not greater than a length.
 */
export function roundLength(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length))
  const lead = [5, 3, 2, 1].find((n) => n * power <= length) ?? 1
  return lead * power
}
