import { Icon } from 'leaflet'

/** An icon that is an element of our own. Leaflet moves it; the style sheet sets it on its point. */
export class ElementIcon extends Icon<{ iconUrl: string }> {
  readonly #element: HTMLElement

  constructor(element: HTMLElement) {
    super({ iconUrl: '' })
    this.#element = element
  }

  override createIcon(): HTMLElement {
    return this.#element
  }

  override createShadow(): HTMLElement {
    // Leaflet's own type has no `null`, its code does: no shadow.
    return null as unknown as HTMLElement
  }
}
