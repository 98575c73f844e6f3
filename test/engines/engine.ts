/** A browser with one page open, driven as its reader would. */
export interface Engine {
  readonly name: string
  goto(url: string): Promise<void>
  /** Gives the value of an expression in the page; a promise is waited for. */
  evaluate<T>(expression: string): Promise<T>
  /** Presses the mouse where something is, in pixels of the window. */
  click(x: number, y: number): Promise<void>
  /** Presses a key, by its name in `KeyboardEvent.key`. */
  press(key: 'Escape' | 'Enter'): Promise<void>
  resize(width: number, height: number): Promise<void>
  close(): Promise<void>
}

/** How long a browser is given for anything, in milliseconds. */
const patience = 60_000

/** Waits until a condition holds; an error in between is none until the time is up. */
export async function until<T>(condition: () => Promise<T>, what: string): Promise<NonNullable<T>> {
  const end = Date.now() + patience
  for (;;) {
    let error = ''
    try {
      const value = await condition()
      if (value) return value
    } catch (reason) {
      error = reason instanceof Error ? `: ${reason.message}` : ''
    }
    if (Date.now() > end) throw new Error(`${what} did not come${error}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
