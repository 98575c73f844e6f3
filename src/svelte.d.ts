// oxlint-disable typescript/no-redundant-type-constituents -- The framework is not installed here, so its types are not known.
import type { HTMLAttributes } from 'svelte/elements'
import type { ArticleMapAttributes, ArticleMapElement, ArticleMapEventMap } from './article-map.ts'

export * from './article-map.ts'

/** Svelte 5 listens to an event by its name after `on`: `onplace-select`. */
type Listeners = {
  [Type in keyof ArticleMapEventMap as `on${Type}`]?: ((event: ArticleMapEventMap[Type]) => void) | undefined
}

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'article-map': Omit<HTMLAttributes<ArticleMapElement>, keyof ArticleMapAttributes> &
      ArticleMapAttributes &
      Listeners
  }
}
