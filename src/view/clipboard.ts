/**
 * Copies a text, at the reader's press of a button.
 * @returns whether it was copied
 */
export async function copyText(document: Document, text: string): Promise<boolean> {
  // The older way goes first: it works in frames, where most pages do not allow the newer one, and refuses in silence.
  if (copySelection(document, text)) return true
  try {
    await document.defaultView?.navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function copySelection(document: Document, text: string): boolean {
  let written = false
  const write = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
    written = true
  }
  // On its way to whatever is selected in the page, which may have its own idea of what to copy.
  document.addEventListener('copy', write, { capture: true, once: true })
  try {
    return document.execCommand('copy') && written
  } finally {
    document.removeEventListener('copy', write, { capture: true })
  }
}
