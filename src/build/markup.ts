/** The markup of a document or an element. It must be linkedom's: only there, `toString` gives the markup. */
export function markupOf(node: Document | Element): string {
  // oxlint-disable-next-line typescript/no-base-to-string
  return node.toString()
}
