import type { Map as LeafletMap } from 'leaflet'

/**
 * Keeps a scale bar true to the map: a round number of metres or kilometres, at most 100 pixels wide, measured across the
 * middle of the map. (Leaflet's own control sets its text as markup, which Trusted Types refuse.)
 */
export function connectScaleBar(map: LeafletMap, bar: HTMLElement, language: string): void {
  const widest = 100
  const update = (): void => {
    const { x, y } = map.getSize()
    if (x === 0) return
    const left = map.containerPointToLatLng([x / 2 - widest / 2, y / 2])
    const metres = map.distance(left, map.containerPointToLatLng([x / 2 + widest / 2, y / 2]))
    if (!(metres > 0)) return
    const length = roundDown(metres)
    bar.style.setProperty('inline-size', `${Math.round((widest * length) / metres)}px`)
    const [value, unit] = length >= 1000 ? [length / 1000, 'kilometer'] : [length, 'meter']
    bar.textContent = new Intl.NumberFormat(language, { style: 'unit', unit }).format(value)
  }
  map.on('moveend resize', update)
}

/** The greatest of 1, 2, 3, 5, 10, 20, 30, 50 … that is not greater than a number. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const lead = [5, 3, 2, 1].find((n) => n * power <= value) ?? 1
  return lead * power
}
