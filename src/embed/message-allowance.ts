/** How many messages one side takes from the other at once, and how many more each second. A reader causes far fewer. */
const burst = 200
const perSecond = 50

/**
 * Makes a limit on messages, so that neither a page nor a frame can keep the other busy.
 * @param now tells the time in milliseconds
 * @returns a function that says, for each message, whether it is taken; those over the limit are dropped
 */
export function createAllowance(now: () => number = () => performance.now()): () => boolean {
  let left = burst
  let before = now()
  return () => {
    const time = now()
    left = Math.min(burst, left + ((time - before) * perSecond) / 1000)
    before = time
    if (left < 1) return false
    left--
    return true
  }
}
