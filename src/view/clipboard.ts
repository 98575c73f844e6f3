/**
 * Copies a text. Where the page may not write to the clipboard, as in most frames, the browser's older way is tried.
 * @returns whether it was copied
 */
export async function copyText(document: Document, text: string): Promise<boolean> {
  try {
    await document.defaultView?.navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelection(document, text)
  }
}

function copySelection(document: Document, text: string): boolean {
  const write = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', write, { once: true })
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', write)
  }
}
