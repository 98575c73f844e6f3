import type { MapPage } from './map-page.ts'

/** The box of a part of the map, in pixels of the window, and what it says. */
export interface Box {
  readonly name: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly current: boolean
}

/** The boxes of all that is to be seen on the map. */
export interface Layout {
  readonly stage: Box
  readonly markers: readonly Box[]
  readonly labels: readonly Box[]
  /** Buttons, scale, credits and insets. */
  readonly furniture: readonly Box[]
  readonly insets: readonly Box[]
  readonly popup: readonly Box[]
  /** What stands between the map and the list. */
  readonly strip: readonly Box[]
  /** The card that is under the map instead. */
  readonly sheet: readonly Box[]
}

/** Measures what is to be seen on the map now. */
export async function readLayout({ element }: MapPage): Promise<Layout> {
  return element.evaluate((element) => {
    const boxes = (selector: string): Box[] =>
      [...(element.shadowRoot ?? element).querySelectorAll(selector)].flatMap((part) => {
        const { left, top, right, bottom } = part.getBoundingClientRect()
        if (left === right || top === bottom || !part.checkVisibility({ visibilityProperty: true })) return []
        const name = part.getAttribute('aria-label') ?? part.textContent ?? ''
        return [{ name, left, top, right, bottom, current: part.hasAttribute('aria-current') }]
      })
    const [stage] = boxes('.stage')
    if (!stage) throw new Error('There is no map to measure.')
    return {
      stage,
      markers: boxes('.marker'),
      labels: boxes('.labels .label'),
      furniture: boxes('.controls, .list-toggle, .scale, .attribution, .inset'),
      insets: boxes('.inset'),
      popup: boxes('.leaflet-popup-content-wrapper'),
      strip: boxes('.strip'),
      sheet: boxes('.sheet > .card'),
    }
  })
}

/** Each number in the insets with the name that stands nearest to it. */
export function namedIn({ page }: Pick<MapPage, 'page'>, insets = '.inset'): Promise<string[]> {
  return page.locator(insets).evaluateAll((insets) =>
    insets.flatMap((inset) => {
      const middle = (part: Element) => {
        const { left, top, width, height } = part.getBoundingClientRect()
        return { left, right: left + width, x: left + width / 2, y: top + height / 2 }
      }
      const names = [...inset.querySelectorAll('svg svg .label.place')].map((part) => ({
        text: part.textContent,
        ...middle(part),
      }))
      return [...inset.querySelectorAll('.number')].map((number) => {
        const { x, y } = middle(number)
        const far = (name: (typeof names)[number]): number =>
          Math.hypot(Math.max(name.left - x, x - name.right, 0), name.y - y)
        const [nearest] = names.toSorted((a, b) => far(a) - far(b))
        return `${number.textContent} ${nearest?.text}`
      })
    }),
  )
}

// Boxes are drawn on whole pixels of the screen: less than one is no overlap that can be seen.
const least = 0.75

/** Whether two boxes share more than their edges. */
export function meets(a: Box, b: Box): boolean {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > least &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > least
  )
}

/** Whether a box lies wholly in another. */
export function isInside(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left - least &&
    box.top >= frame.top - least &&
    box.right <= frame.right + least &&
    box.bottom <= frame.bottom + least
  )
}
