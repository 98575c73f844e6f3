import { createHash } from 'node:crypto'

/** What a Content Security Policy has to allow in a page. */
export interface PolicySource {
  /** The text between the tags of each inline script and style. */
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
  /** The hosts that pictures may come from, such as `https://tile.openstreetmap.org`. */
  readonly images?: readonly string[]
}

/**
 * Writes the policy of a self-contained page: it runs and requests nothing but what is named here. It is for a `<meta>`,
 * so it has no directive that only a header can have (`frame-ancestors`, `sandbox`, reports).
 * See https://www.w3.org/TR/CSP3/
 */
export function writeContentSecurityPolicy({ scripts, styles, images = [] }: PolicySource): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': scripts.length > 0 ? scripts.map(hashOf) : ["'none'"],
    'style-src': styles.map(hashOf),
    // The page requests nothing, but audit tools request the site's robots.txt from within it.
    'connect-src': ["'self'"],
    'img-src': ['data:', ...images],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
