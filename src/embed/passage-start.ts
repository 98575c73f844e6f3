/**
 * Puts the focus at the start of a passage, so that a screen reader reads on from there: on an empty element, which is in the
 * article for as long as it has the focus.
 * @param label what is said there
 * @returns a function that takes the element out again
 */
export function focusPassage({ startContainer, startOffset }: Range, label: string): () => void {
  const parent = startContainer.parentElement
  if (!(startContainer instanceof Text) || !parent) return () => {}
  const start = document.createElement('span')
  start.tabIndex = -1
  start.setAttribute('role', 'group')
  start.ariaLabel = label
  const rest = startOffset > 0 ? startContainer.splitText(startOffset) : null
  // Nothing that takes the focus may stand in a link or a button.
  ;(parent.closest('a,button,label,summary') ?? rest ?? startContainer).before(start)
  const remove = (): void => {
    // Removed, it loses the focus.
    start.removeEventListener('blur', remove)
    start.remove()
    // Joins the text node that was split, unless the page has changed it since. Passages that start there stay where they are.
    if (rest?.previousSibling === startContainer) parent.normalize()
  }
  start.addEventListener('blur', remove)
  start.focus({ preventScroll: true })
  start.scrollIntoView({ block: 'center', behavior: scrollBehavior() })
  return remove
}

/** Gliding, but for a reader who wants no motion. */
export function scrollBehavior(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
}
