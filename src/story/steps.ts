/** Takes all steps of a piece of work at once. */
export function takeAll<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
