/**
 * Makes a limit on messages, so that neither a page nor a frame can keep the other busy.
 * @param burst how many messages are taken at once
 * @param perSecond how many more are taken each second
 * @param now tells the time in milliseconds
 * @returns a function that says, for each message, whether it is taken; those over the limit are dropped
 */
export function createAllowance(
  { burst, perSecond }: { readonly burst: number; readonly perSecond: number },
  now: () => number = () => performance.now(),
): () => boolean {
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
