/** A shorter way of a finger is a press, in pixels. */
const shortest = 48

/**
 * Calls `step` when a finger has moved sideways over an element: with 1 for the left, with -1 for the right. It holds no event
 * back: what scrolls is for the style, `touch-action`, to say.
 */
export function connectSwipe(element: HTMLElement, step: (by: number) => void): void {
  let start: PointerEvent | undefined
  element.addEventListener('pointerdown', (event) => {
    start = event.pointerType === 'touch' && event.isPrimary ? event : undefined
  })
  // A finger that scrolls ends in `pointercancel` instead.
  element.addEventListener('pointerup', ({ pointerId, clientX, clientY }) => {
    if (pointerId !== start?.pointerId) return
    const [x, y] = [clientX - start.clientX, clientY - start.clientY]
    start = undefined
    if (Math.abs(x) > Math.max(shortest, 2 * Math.abs(y))) step(-Math.sign(x))
  })
}
