/** After so many milliseconds, others have their turn: a frame, and what the reader does, wait no longer than a few of these. */
const slice = 10

/** Lets the browser paint, and answer the reader, before the next step. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

/** Gives a function to call between two pieces of work, which waits for the next task where a slice of time is over. */
export function createPace(): () => Promise<void> {
  let start = performance.now()
  return async () => {
    if (performance.now() - start < slice) return
    await soon()
    start = performance.now()
  }
}

/** Takes all steps of a piece of work, in slices of time. @throws the signal's reason, if that is aborted in between */
export async function inSlices<T>(steps: Generator<undefined, T>, signal: AbortSignal): Promise<T> {
  const pace = createPace()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await pace()
    signal.throwIfAborted()
  }
}

/** The next task, without the four milliseconds that a timer in a row of timers waits at least. */
function soon(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
