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
  return formatPolicy({
    'default-src': ["'none'"],
    'script-src': scripts.length > 0 ? scripts.map(hashOf) : ["'none'"],
    'style-src': styles.map(hashOf),
    // The page requests its places, if they are many, and audit tools request the site's robots.txt from within it.
    'connect-src': ["'self'"],
    // Chromium complains of a link to an icon beside the page if the page could not show it.
    'img-src': ["'self'", 'data:', ...images],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ["'none'"],
  })
}

/**
 * Writes the policy of a page in development, for a `<meta>` too. It is as strict as Vite's client allows: a script that is
 * written into the page does not run.
 * @param images the hosts that pictures may come from
 */
export function writeDevelopmentPolicy(images: readonly string[] = []): string {
  return formatPolicy({
    'default-src': ["'none'"],
    // Each module is a file of the server, so there are no hashes.
    'script-src': ["'self'"],
    // The client writes each style sheet into the page, and the overlay with the faults brings its own.
    'style-src': ["'unsafe-inline'"],
    // Saved files are told by a web socket, which is not 'self' in every browser.
    'connect-src': ["'self'", 'ws:'],
    'img-src': ["'self'", 'data:', ...images],
    // The client waits for a server that was stopped in a worker that it writes itself. Trusted Types would forbid that.
    'worker-src': ['blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  })
}

function formatPolicy(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
