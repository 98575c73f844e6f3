// What systems let through of the HTML that people write in them: their own code, where a package holds it.
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { load, type Program } from './program.ts'

interface Jsdom {
  readonly window: object
}

/** Filters of HTML, by name. */
export async function createFilters(): Promise<Readonly<Record<string, Program>>> {
  const { JSDOM: JsdomWindow } = await load<{ readonly JSDOM: new (html?: string) => Jsdom }>('jsdom')
  const { default: sanitizeHtml } = await load<{ readonly default: Program }>('sanitize-html')
  const { default: createDomPurify } = await load<{
    readonly default: (window: object) => { readonly sanitize: Program }
  }>('dompurify')
  const purify = createDomPurify(new JsdomWindow().window)
  const ghost = createGhost(JsdomWindow)
  return {
    'sanitize-html': sanitizeHtml,
    DOMPurify: (html) => purify.sanitize(html),
    'Ghost, by its API': ghost,
    'Ghost, HTML card': (html) => ghost(`<!--kg-card-begin: html-->\n${html}\n<!--kg-card-end: html-->`),
    'Sanitize (Ruby), relaxed': inRuby(
      'require "sanitize"; print Sanitize.fragment(STDIN.read, Sanitize::Config::RELAXED)',
    ),
    'Loofah (Rails)': inRuby('require "loofah"; print Loofah.fragment(STDIN.read).scrub!(:strip).to_s'),
  }
}

/** Ghost keeps a post as Lexical's nodes; made of HTML when it comes by the API, and HTML again for readers. */
function createGhost(JsdomWindow: new () => Jsdom): (html: string) => Promise<string> {
  // As modules they do not find their parts.
  const require = createRequire(import.meta.url)
  const { htmlToLexical } = require('@tryghost/kg-html-to-lexical') as {
    readonly htmlToLexical: (html: string) => object
  }
  const { LexicalHTMLRenderer } = require('@tryghost/kg-lexical-html-renderer') as {
    readonly LexicalHTMLRenderer: new (options: object) => {
      readonly render: (state: string, options: object) => Promise<string>
    }
  }
  const { DEFAULT_NODES } = require('@tryghost/kg-default-nodes') as { readonly DEFAULT_NODES: object }
  const dom = new JsdomWindow()
  const renderer = new LexicalHTMLRenderer({ nodes: DEFAULT_NODES, dom })
  return (html) => renderer.render(JSON.stringify(htmlToLexical(html)), { dom })
}

/** A program of Ruby's, from the standard input to the standard output. */
const inRuby =
  (program: string): Program =>
  (html) =>
    new Promise((done, fail) => {
      const env = { ...process.env, LANG: 'C.UTF-8' }
      const child = execFile('ruby', ['-e', program], { env }, (error, stdout) => (error ? fail(error) : done(stdout)))
      child.stdin?.end(html)
    })
