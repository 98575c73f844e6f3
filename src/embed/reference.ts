import type { EmbeddedPlace } from './protocol.ts'
import { languageOf, referenceLabel } from './reference-label.ts'

/** The number of a place after a passage of the article: a button that selects the place on the map. */
export interface Reference {
  readonly button: HTMLButtonElement
  /** Takes the number out again. If the last inserted is removed first, the article is left as it was. */
  remove(): void
}

// Used in a shadow root, so that the page's style and this one do not affect each other. The text's own colour is legible
// wherever the text is. A line may break before a button, whatever stands there; so the number is kept room by text that
// is joined to the word before it, and the button lies over that. Its target is 24 pixels.
const rules = `:host{display:inline!important}
span{position:relative;margin-inline:.25em .1em;padding:0 .55em;visibility:hidden;white-space:nowrap;
font:600 max(.7em,11px)/1 system-ui,sans-serif;vertical-align:.15em;user-select:none;-webkit-user-select:none}
button{all:unset;box-sizing:border-box;position:absolute;inset:calc(50% - .85em) 0;display:grid;place-content:center;visibility:visible;
border:1px solid;border-radius:1em;color:var(--article-map-reference,inherit);cursor:pointer}
button::after{content:'';position:absolute;inset:min(0px,(100% - 26px)/2)}
button[aria-current]{box-shadow:inset 0 0 0 1px}
button:focus-visible{outline:2px solid;outline-offset:3px}`

/**
 * Inserts a place's number after a passage. Insert from the article's end to its start, and for places that share a
 * passage from the highest number to the lowest.
 * @param onPress called when the button is pressed
 * @returns null if the passage does not end in a text node
 */
export function insertReference(
  { endContainer, endOffset }: Range,
  place: EmbeddedPlace,
  onPress: () => void,
): Reference | null {
  const parent = endContainer.parentElement
  if (!(endContainer instanceof Text) || !parent) return null
  const host = document.createElement('span')
  host.dataset['articleMapReference'] = place.id
  const root = host.attachShadow({ mode: 'open' })
  const style = new CSSStyleSheet()
  style.replaceSync(rules)
  root.adoptedStyleSheets = [style]

  const button = document.createElement('button')
  button.type = 'button'
  button.part.add('reference')
  button.textContent = String(place.number)
  button.ariaLabel = referenceLabel(place, languageOf(parent))
  button.addEventListener('click', onPress)
  const room = document.createElement('span')
  room.append(`\u2060${place.number}`, button)
  root.append(room)

  const rest = insertBehind(endContainer, endOffset, host)
  return {
    button,
    remove() {
      host.remove()
      // Joins the text node that was split, unless the page has changed it since.
      if (rest === null || rest.previousSibling !== endContainer) return
      endContainer.appendData(rest.data)
      rest.remove()
    },
  }
}

/** Inserts an element at an offset of a text node. Returns the text node that was split off, if any. */
function insertBehind(node: Text, offset: number, element: Element): Text | null {
  // A button inside a link or another button is invalid HTML.
  const control = node.parentElement?.closest('a,button,label,summary')
  if (control) {
    control.after(element)
    return null
  }
  const rest = offset < node.length ? node.splitText(offset) : null
  node.after(element)
  return rest
}
