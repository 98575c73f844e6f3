/** Something that is meant as a position, and gives none. The message says what to write instead. */
export class PositionError extends Error {}
