import { renderIconButton, renderTextButton } from './button.ts'
import { copyText } from './clipboard.ts'
import { createElement } from './element.ts'
import type { EmbedWords } from '../words/words.ts'
import type { ViewContext } from './view-context.ts'

/** What a publisher can choose about an embedded map. */
export interface EmbedOptions {
  /** The id of the place with which it opens; `null` opens with all. */
  readonly place: string | null
  /** In CSS pixels. */
  readonly height: number
  readonly tiles: 'auto' | 'off'
  readonly theme: 'auto' | 'light' | 'dark'
  /** Whether a frame is connected with the article around it. */
  readonly isConnected: boolean
}

/** What to paste for each way of embedding. */
export interface EmbedSnippets {
  readonly address: string
  readonly frame: string
  readonly element: string
  readonly link: string
  /** Whether their addresses lead to the map on this computer alone. */
  readonly isLocal: boolean
}

/** What the dialog needs beside the story. */
export interface EmbedDialogOptions {
  readonly words: EmbedWords
  /** Whether the map's address alone embeds it. */
  readonly hasOEmbed: boolean
  readonly createSnippets: (options: EmbedOptions) => EmbedSnippets
  /** The heights that a frame can have, and the one that it has when none is chosen; in CSS pixels. */
  readonly heights: { readonly least: number; readonly most: number; readonly usual: number }
}

/** A dialog that hands out the map: choose how it opens, copy the markup. Closed, until `showModal()` is called. */
export function renderEmbedDialog(context: ViewContext, options: EmbedDialogOptions): HTMLDialogElement {
  const { document, story } = context
  const { words } = options
  const renderSelect = (choices: readonly (readonly [string, string])[]): HTMLSelectElement =>
    createElement(
      document,
      'select',
      {},
      ...choices.map(([value, name]) => createElement(document, 'option', { value }, name)),
    )
  const place = renderSelect([['', words.allPlaces], ...story.places.map(({ id, name }) => [id, name] as const)])
  const themes = { auto: words.coloursAuto, light: words.light, dark: words.dark } as const
  const theme = renderSelect(Object.entries(themes))
  const { least, most, usual } = options.heights
  const height = createElement(document, 'input', { type: 'number', min: least, max: most, step: 10, value: usual })
  const streets = createElement(document, 'input', { type: 'checkbox', checked: true })
  const connection = createElement(document, 'input', { type: 'checkbox' })
  // In the dialog: what lies behind a modal one is not heard.
  const status = createElement(document, 'p', { class: 'feedback', role: 'status' })
  const announce = (message: string): void => void (status.textContent = message)
  const fields = {
    address: renderSnippet(context, words.embedAddress, announce, 1),
    frame: renderSnippet(context, words.embedFrame, announce),
    element: renderSnippet(context, words.embedElement, announce),
    link: renderSnippet(context, words.embedLink, announce),
  }
  const local = createElement(
    document,
    'p',
    {},
    words.embedLocal,
    ' ',
    createElement(document, 'code', { dir: 'ltr' }, 'ARTICLE_MAP_URL=https://… npm run build'),
  )
  const update = (): void => {
    const snippets = options.createSnippets({
      place: place.value === '' ? null : place.value,
      height: height.valueAsNumber || usual,
      tiles: streets.checked ? 'auto' : 'off',
      theme: theme.value as keyof typeof themes,
      isConnected: connection.checked,
    })
    local.hidden = !snippets.isLocal
    fields.address.text.value = snippets.address
    fields.frame.text.value = snippets.frame
    fields.element.text.value = snippets.element
    fields.link.text.value = snippets.link
  }
  const dialog = createElement(
    document,
    'dialog',
    { class: 'embed', 'aria-labelledby': 'embed-title' },
    createElement(
      document,
      'div',
      { class: 'embed-head' },
      createElement(document, 'h2', { id: 'embed-title', tabindex: -1 }, words.embedTitle),
      renderIconButton(document, 'close', context.words.close, () => dialog.close()),
    ),
    createElement(
      document,
      'div',
      { class: 'choices' },
      createElement(document, 'label', {}, words.startingPlace, place),
      createElement(document, 'label', {}, words.colours, theme),
      createElement(document, 'label', {}, words.height, height),
      createElement(document, 'label', { class: 'check' }, streets, words.streets),
      createElement(document, 'label', { class: 'check' }, connection, words.embedConnection),
    ),
    local,
    ...(options.hasOEmbed ? [fields.address.element, createElement(document, 'p', {}, words.embedNote)] : []),
    fields.frame.element,
    fields.element.element,
    fields.link.element,
    status,
  )
  dialog.addEventListener('input', update)
  // Escape closes the dialog, and not the popup behind it as well.
  dialog.addEventListener('keydown', (event) => event.stopPropagation())
  update()
  return dialog
}

function renderSnippet(
  { document, words }: ViewContext,
  label: string,
  announce: (message: string) => void,
  rows = 3,
): { element: HTMLElement; text: HTMLTextAreaElement } {
  const text = createElement(document, 'textarea', {
    readonly: true,
    rows,
    spellcheck: 'false',
    dir: 'ltr',
    lang: 'en',
  })
  const copy = renderTextButton(document, words.copy, async () => {
    const copied = await copyText(document, text.value)
    if (!copied) {
      // Not every browser gives the focus to what is selected.
      text.focus({ preventScroll: true })
      text.select()
    }
    announce(copied ? words.copied : words.copyFailed)
  })
  copy.setAttribute('aria-label', `${words.copy}: ${label}`)
  return {
    text,
    element: createElement(
      document,
      'div',
      { class: 'snippet' },
      createElement(document, 'label', {}, label, text),
      copy,
    ),
  }
}
