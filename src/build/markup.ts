/**
 * The markup of a document or an element, which is not to be used afterwards. It must be linkedom's: only there, `toString`
 * gives the markup.
 */
export function markupOf(node: Document | Element): string {
  // What linkedom writes as it stands: the text of these two, as if nothing could end it, and an attribute's `&`.
  for (const element of node.querySelectorAll('title, textarea')) {
    element.textContent = escapeAmpersands(element.textContent ?? '').replaceAll('<', '&lt;')
  }
  for (const element of node.querySelectorAll('*')) {
    for (const attribute of element.attributes) {
      if (attribute.value.includes('&')) attribute.value = escapeAmpersands(attribute.value)
    }
  }
  // oxlint-disable-next-line typescript/no-base-to-string
  return node.toString()
}

function escapeAmpersands(text: string): string {
  return text.replaceAll('&', '&amp;')
}
