/** The size of a story's social card in pixels: what those who show links ask for. */
export const cardSize = { x: 1200, y: 630 } as const
