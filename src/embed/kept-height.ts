import { createAllowance } from './message-allowance.ts'

/** How long a frame must have had another height than was told before that counts, in milliseconds. */
const stillness = 300

/** A frame's border may be part of its height, in CSS pixels. */
const border = 8

/**
 * Sees to it that a frame keeps the height that its page has given it. A theme that sizes every frame anew when the window
 * changes, as when a phone's address bar folds, does not mean the map: the height is told again. A page that has never given
 * that height, or soon takes it back each time, means it, and hears no more.
 * @param read the height that the frame has and the one that was told, in CSS pixels
 * @param tellAgain tells the page the height again
 * @returns a function to call when either height may have changed
 */
export function createHeightKeeper(
  read: () => readonly [has: number, told: number],
  tellAgain: () => void,
): () => void {
  const isTaken = createAllowance({ burst: 6, perSecond: 0.1 })
  let wasGiven = false
  let isHeard = true
  let timer: ReturnType<typeof setTimeout> | undefined
  const isGiven = (): boolean => {
    const [has, told] = read()
    const isSame = Math.abs(has - told) <= border
    wasGiven ||= isSame
    return isSame
  }
  const settle = (): void => {
    if (isGiven() || !wasGiven || !isHeard) return
    wasGiven = false
    isHeard = isTaken()
    if (isHeard) tellAgain()
  }
  return () => {
    isGiven()
    clearTimeout(timer)
    timer = setTimeout(settle, stillness)
  }
}
