import type { CDPSession, Page } from '@playwright/test'

/** A point of the window, in pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The way of a finger. */
export const line = (from: Point, by: Point): [Point, Point] => [from, { x: from.x + by.x, y: from.y + by.y }]

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** Moves fingers over the screen, one a line, all at once; Chromium takes them for a reader's. */
export async function touch(page: Page, lines: readonly (readonly [Point, Point])[]): Promise<void> {
  const session = await (sessions.get(page) ?? page.context().newCDPSession(page))
  sessions.set(page, Promise.resolve(session))
  const steps = 10
  const at = (step: number) =>
    lines.map(([from, to], id) => ({
      id,
      x: from.x + ((to.x - from.x) * step) / steps,
      y: from.y + ((to.y - from.y) * step) / steps,
    }))
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
  for (let step = 1; step <= steps; step++) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step) })
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
