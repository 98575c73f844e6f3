/** Words of a text that may be a name of a place. */
export interface NameSpan {
  /** The numbers of its first word, and of the one after its last. */
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly key: string
  /** The entries of the gazetteer with this name. */
  readonly entries: readonly number[]
  readonly kind: 'name' | 'demonym' | 'abbreviation'
  /** The gazetteer spells it otherwise. */
  readonly isTolerant?: boolean
}
