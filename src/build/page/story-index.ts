import { parseHTML } from 'linkedom'
import { createElement } from '../../view/element.ts'
import type { PageData } from '../../view/page-document.ts'
import { markupOf } from '../markup.ts'
import { writeContentSecurityPolicy } from './content-security.ts'

const style = `
:root{color-scheme:light dark;background:light-dark(#fffdf9,#1c1f22);color:light-dark(#22201c,#ece8e1);font:16px/1.5 system-ui,sans-serif}
body{max-width:42rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:1rem;margin:0 0 1rem;color:light-dark(#635d54,#b0aaa0)}
ul{margin:0;padding:0;list-style:none}
li{padding:1rem 0;border-top:1px solid light-dark(#ddd6c9,#3a4046)}
a{font:600 1.35rem/1.25 Charter,Georgia,serif;color:inherit;text-decoration-color:light-dark(#a3261b,#f0836f);text-underline-offset:.2em}
p{margin:.25rem 0 0;color:light-dark(#635d54,#b0aaa0)}
`.trim()

/** What the page that lists several stories says of them in development. */
export interface StoryNotes {
  /** By the names of the stories. */
  readonly notes?: ReadonlyMap<string, string>
  /** What is wrong with files that are no stories. */
  readonly faults?: readonly string[]
}

/**
 * Renders the page that lists several stories, each with its headline, its date and its places; one that cannot be shown yet,
 * with its name.
 */
export function renderStoryIndex(
  stories: ReadonlyMap<string, PageData | undefined>,
  { notes = new Map(), faults = [] }: StoryNotes = {},
): string {
  const { document } = parseHTML(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body><main></main></body></html>',
  )
  const meta = (attributes: Readonly<Record<string, string>>): HTMLElement =>
    createElement(document, 'meta', attributes)
  const policy = writeContentSecurityPolicy({ scripts: [], styles: [style] })
  document.head.append(
    meta({ 'http-equiv': 'Content-Security-Policy', content: policy }),
    meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    meta({ name: 'color-scheme', content: 'light dark' }),
    createElement(document, 'title', {}, 'Maps'),
    createElement(document, 'link', { rel: 'icon', href: 'data:,' }),
    createElement(document, 'style', {}, style),
  )
  document
    .querySelector('main')
    ?.append(
      createElement(document, 'h1', {}, 'Maps'),
      createElement(
        document,
        'ul',
        {},
        ...[...stories].map(([name, data]) => renderEntry(document, name, data, notes.get(name))),
      ),
      ...faults.map((fault) => createElement(document, 'p', {}, fault)),
    )
  return `${markupOf(document)}\n`
}

function renderEntry(
  document: Document,
  name: string,
  data: PageData | undefined,
  note: string | undefined,
): HTMLElement {
  const { story, words, direction, date } = data ?? {}
  return createElement(
    document,
    'li',
    { lang: story?.article.inLanguage ?? words?.language, dir: direction },
    createElement(document, 'a', { href: `${encodeURIComponent(name)}/` }, story?.article.headline ?? name),
    story &&
      createElement(
        document,
        'p',
        {},
        date !== undefined && createElement(document, 'time', { datetime: story.article.datePublished }, date),
        date !== undefined && ' · ',
        new Intl.ListFormat(words?.language).format(story.places.map((place) => place.name)),
      ),
    note !== undefined && createElement(document, 'p', { lang: 'en', dir: 'ltr' }, note),
  )
}
