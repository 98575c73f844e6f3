/** The markup of a document or element of linkedom, whose `toString` gives it, unlike a browser's. */
export function markupOf(node: Document | Element): string {
  // oxlint-disable-next-line typescript/no-base-to-string
  return node.toString()
}
