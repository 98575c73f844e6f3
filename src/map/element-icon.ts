import type { Icon } from 'leaflet'

/**
 * An icon that is an element of our own. Leaflet moves it; the style sheet sets it on its point. It is all that Leaflet asks of
 * an icon, without Leaflet's own, which is a picture with a shadow.
 */
export function elementIcon(element: HTMLElement): Icon {
  return { createIcon: () => element, createShadow: () => null } as unknown as Icon
}
