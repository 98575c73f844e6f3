import { readFrameAddress } from './embed/frame-address.ts'
import { connectHost } from './embed/host-connection.ts'
import { supportsLiveMap } from './element/live-map-support.ts'
import { PageMapElement } from './element/page-map-element.ts'
import { withStrip } from './view/strip.ts'

const { place, tiles, theme, inset } = readFrameAddress(location)
const element = document.querySelector('article-map')
if (element) {
  // What the publisher has chosen in the frame's address goes before what the page says.
  if (tiles === 'off') element.setAttribute('tiles', 'off')
  if (inset === 'off') {
    element.setAttribute('inset', 'off')
    element.querySelector('.layout')?.classList.remove(withStrip)
  }
  if (theme !== 'auto') element.setAttribute('theme', theme)
  if (place !== null) element.setAttribute('place', place)
  if (supportsLiveMap()) customElements.define('article-map', PageMapElement)
  if (window.parent !== window) {
    // In a frame the page is a part of another, which has its own main content, and headings over these.
    document.querySelector('main')?.setAttribute('role', 'none')
    for (const heading of element.querySelectorAll('h1, h2')) {
      heading.setAttribute('aria-level', heading.matches('h1') ? '2' : '3')
    }
  }
  connectHost(element instanceof PageMapElement ? element : undefined, { window, element })
}
