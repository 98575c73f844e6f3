import type { EmbeddedPlace } from './protocol.ts'
import { referenceLabel } from './reference-label.ts'

/** A place's number after a passage of the article: a button that leads to the place on the map. */
export interface Reference {
  readonly button: HTMLButtonElement
  /** Takes the number out of the article; of several, the last inserted goes first, and no trace is left. */
  remove(): void
}

// In a shadow root: no style of the page reaches the button, and none of its own reaches the page. The text's colour is
// legible wherever the text is.
const STYLE = `:host{display:inline!important}
button{all:unset;box-sizing:border-box;display:inline-block;min-width:1.7em;margin-inline:.25em .1em;padding:0 .35em;
border:1px solid;border-radius:1em;color:var(--article-map-reference,inherit);cursor:pointer;text-align:center;
font:600 max(.7em,11px)/1.55 system-ui,sans-serif;vertical-align:.15em;user-select:none;-webkit-user-select:none}
button[aria-current]{box-shadow:inset 0 0 0 1px}
button:focus-visible{outline:2px solid;outline-offset:3px}`

/**
 * Puts a place's number behind a passage. Passages are to be numbered from the last to the first, and the places of one
 * passage likewise.
 * @param onPress is told whether it was by keyboard, or by what acts as one
 * @returns null where the passage does not end in the page's text
 */
export function insertReference(
  { endContainer, endOffset }: Range,
  place: EmbeddedPlace,
  onPress: (byKeyboard: boolean) => void,
): Reference | null {
  const parent = endContainer.parentElement
  if (!(endContainer instanceof Text) || !parent) return null
  const host = document.createElement('span')
  host.dataset['articleMapReference'] = place.id
  const root = host.attachShadow({ mode: 'open' })
  const style = new CSSStyleSheet()
  style.replaceSync(STYLE)
  root.adoptedStyleSheets = [style]

  const button = document.createElement('button')
  button.type = 'button'
  button.part.add('reference')
  button.textContent = String(place.number)
  button.ariaLabel = referenceLabel(place, parent.closest('[lang]')?.getAttribute('lang') ?? undefined)
  // A click that counts no presses comes from the keyboard or from assistive technology.
  button.addEventListener('click', ({ detail }) => onPress(detail === 0))
  root.append(button)

  const rest = insertBehind(endContainer, endOffset, host)
  return {
    button,
    remove() {
      host.remove()
      // The page gets its text node back as it was, unless it has changed it since.
      if (rest === null || rest.previousSibling !== endContainer) return
      endContainer.appendData(rest.data)
      rest.remove()
    },
  }
}

/** Inserts an element at an offset of a text node and gives the text node that was split off for it. */
function insertBehind(node: Text, offset: number, element: Element): Text | null {
  // A button within a link or within another button is no valid markup.
  const control = node.parentElement?.closest('a,button,label,summary')
  if (control) {
    control.after(element)
    return null
  }
  const rest = offset < node.length ? node.splitText(offset) : null
  node.after(element)
  return rest
}
