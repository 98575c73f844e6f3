// oxlint-disable typescript/no-redundant-type-constituents -- The framework is not installed here, so its types are not known.
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue'
import type { ArticleMapAttributes, ArticleMapElement, ArticleMapEventMap } from './article-map.ts'

export * from './article-map.ts'

type Listeners = { [Type in keyof ArticleMapEventMap]: (event: ArticleMapEventMap[Type]) => void }

declare module 'vue' {
  // As https://vuejs.org/guide/extras/web-components.html has it: both members are for templates alone.
  interface GlobalComponents {
    'article-map': new () => ArticleMapElement & {
      /** @deprecated not on the element */
      $props: HTMLAttributes & ArticleMapAttributes & PublicProps
      /** @deprecated not on the element */
      $emit: EmitFn<Listeners>
    }
  }
}
