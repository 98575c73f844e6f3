/** The size of a story's social card in pixels: the one that sites which show links ask for. */
export const cardSize = { x: 1200, y: 630 } as const
