// oxlint-disable typescript/no-redundant-type-constituents -- The framework is not installed here, so its types are not known.
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { ArticleMapAttributes, ArticleMapElement, ArticleMapEventMap } from './article-map.ts'

export * from './article-map.ts'

/** React 19 listens to an event of a custom element by its name after `on`: `onplace-select`. */
type Listeners = {
  [Type in keyof ArticleMapEventMap as `on${Type}`]?: ((event: ArticleMapEventMap[Type]) => void) | undefined
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'article-map': DetailedHTMLProps<HTMLAttributes<ArticleMapElement>, ArticleMapElement> &
        ArticleMapAttributes &
        Listeners
    }
  }
}
