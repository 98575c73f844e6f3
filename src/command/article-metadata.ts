import { type Article } from '../story/story.ts'
import { type Page, findHeading, outermost, textOf } from './article-page.ts'

/** What a page says about its article. */
export function metadataOf(document: Page): Partial<Article> {
  const first = (selector: string): Element | null => document.querySelector(selector)
  const { headline: announced, ...linked } = linkedData(document)
  const heading = findHeading(document, headlinesOf(document))
  const headline =
    (heading?.localName === 'h1' ? textOf(heading) : undefined) ??
    announced ??
    meta(document, 'og:title') ??
    textOf(heading ?? first('h1')) ??
    textOf(first('title'))
  const inArticle = outermost(document, 'article, main').map((article) => article.querySelector('time[datetime]'))
  const date =
    meta(document, 'article:published_time') ??
    linked.datePublished ??
    attribute(inArticle.find(Boolean), 'datetime') ??
    attribute(first('time[datetime]'), 'datetime')
  const datePublished = date === undefined ? undefined : /^\d{4}-\d\d-\d\d/.exec(date)?.[0]
  const inLanguage = languageTag(attribute(first('html'), 'lang') ?? linked.inLanguage)
  const url = attribute(first('link[rel=canonical]'), 'href') ?? meta(document, 'og:url')
  const publisher = meta(document, 'og:site_name')
  return {
    ...(headline !== undefined && { headline }),
    ...(datePublished !== undefined && { datePublished }),
    ...(inLanguage !== undefined && { inLanguage }),
    ...(url !== undefined && /^https?:/.test(url) && { url }),
    ...(publisher !== undefined && { publisher }),
  }
}

/** The headlines by which a page announces its article to other programs: JSON-LD's, then Open Graph's. */
export function headlinesOf(document: Page): string[] {
  return [linkedData(document).headline, meta(document, 'og:title')].filter((text) => text !== undefined)
}

type LinkedData = Partial<Record<'headline' | 'datePublished' | 'inLanguage', string>>

/** The members of a page's first article in JSON-LD: see https://schema.org/NewsArticle */
function linkedData(document: Page): LinkedData {
  const nodes = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(({ textContent }) => {
    try {
      return [JSON.parse(textContent ?? '') as unknown].flat()
    } catch {
      // What is no JSON says nothing.
      return []
    }
  })
  const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
  const things = nodes.filter(isObject).flatMap((node) => [node, ...[node['@graph']].flat().filter(isObject)])
  const article = things.find((thing) => /Article|Posting|Report/.test(String(thing['@type']))) ?? things[0] ?? {}
  const member = (name: keyof LinkedData): LinkedData => {
    const value = article[name]
    return typeof value === 'string' && value.trim() !== '' ? { [name]: value.replace(/\s+/g, ' ').trim() } : {}
  }
  return { ...member('headline'), ...member('datePublished'), ...member('inLanguage') }
}

/** A language tag in its canonical form, also if it is written `en_US`, as some systems do; undefined if it is malformed. */
function languageTag(lang: string | undefined): string | undefined {
  try {
    return lang === undefined ? undefined : Intl.getCanonicalLocales(lang.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

function meta(document: Page, property: string): string | undefined {
  return attribute(document.querySelector(`meta[property="${property}"], meta[name="${property}"]`), 'content')
}

function attribute(element: Element | null | undefined, name: string): string | undefined {
  return element?.getAttribute(name)?.trim() || undefined
}
