/** Whole numbers from 0 on below a limit, the same ones for the same seed. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below
}
