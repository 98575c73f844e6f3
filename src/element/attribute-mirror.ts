/**
 * Attributes by their names, each with its default: `''` of a text, `false` of a flag that is there or not, or the words that
 * it may have, of which the first is the default.
 */
export type MirroredAttributes = Readonly<Record<string, '' | false | readonly string[]>>

/** The properties that mirror attributes, with these: `tilesAttribution` for `tiles-attribution`. */
const propertiesOf = (attributes: MirroredAttributes): string[] =>
  Object.keys(attributes).map((name) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()))

/**
 * Gives an element a property for each attribute, as HTML's own elements have: read, it is what the attribute means; set, it
 * writes the attribute, and `null`, `undefined` and `false` remove it.
 */
export function mirrorAttributes(prototype: HTMLElement, attributes: MirroredAttributes): void {
  const properties = propertiesOf(attributes)
  for (const [i, [name, kind]] of Object.entries(attributes).entries()) {
    Object.defineProperty(prototype, properties[i] ?? name, {
      get(this: HTMLElement) {
        const value = this.getAttribute(name)
        if (kind === false) return value !== null
        if (kind === '') return value ?? ''
        return kind.find((word) => word === value) ?? kind[0]
      },
      set(this: HTMLElement, value: string | boolean | null | undefined) {
        if (value === null || value === undefined || value === false) this.removeAttribute(name)
        else this.setAttribute(name, value === true ? '' : value)
      },
    })
  }
}

/** Sets again what was set on an element before it was defined, and so has reached none of its attributes. */
export function adoptProperties(element: HTMLElement, attributes: MirroredAttributes): void {
  for (const property of propertiesOf(attributes)) {
    const own = Object.getOwnPropertyDescriptor(element, property)
    if (!own) continue
    Reflect.deleteProperty(element, property)
    Reflect.set(element, property, own.value)
  }
}
