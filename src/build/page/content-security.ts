import { createHash } from 'node:crypto'

/** What a page holds that a Content Security Policy has to let through. */
export interface PolicySource {
  /** The text of each inline script and style, as it stands between its tags. */
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
  /** What pictures may come from besides the page itself: hosts, as `https://tile.openstreetmap.org`. */
  readonly images?: readonly string[]
}

/**
 * Writes the policy of a page that holds everything it needs: nothing runs, and nothing is asked for, but what is named here.
 * For a `<meta>`: what only a server's header may say (`frame-ancestors`, `sandbox`, reports) is not in it.
 * See https://www.w3.org/TR/CSP3/
 */
export function writeContentSecurityPolicy({ scripts, styles, images = [] }: PolicySource): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': scripts.length > 0 ? scripts.map(hashOf) : ["'none'"],
    'style-src': styles.map(hashOf),
    // The page asks for nothing; but tools that judge it ask for the site's robots.txt in its name.
    'connect-src': ["'self'"],
    'img-src': ['data:', ...images],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': scripts.length > 0 ? ['default'] : ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
