import { ArticleMapElement } from './element.ts'

export * from './element.ts'

declare global {
  interface HTMLElementTagNameMap {
    'article-map': ArticleMapElement
  }
}

ArticleMapElement.define()
