// After wp_filter_oembed_result: https://developer.wordpress.org/reference/functions/wp_filter_oembed_result/
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  blockquote: ['data-secret'],
  iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title', 'data-secret'],
}

/**
 * What WordPress makes of the HTML of an oEmbed whose provider it does not know.
 * @param secret ten letters and digits
 * @returns null where it refuses the HTML, since there is no frame in it
 */
export function filterOEmbed(html: string, secret: string): string | null {
  const [, quote = '', frame] = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(strip(html)) ?? []
  if (frame === undefined) return null
  const named = (quote + frame)
    .replace(
      / src=(["'])(.*?)\1/,
      (_, q: string, src: string) => ` src=${q}${src}#?secret=${secret}${q} data-secret=${q}${secret}${q}`,
    )
    .replace('<blockquote', `<blockquote data-secret="${secret}"`)
  const hidden = quote === '' ? '' : ' style="position: absolute; visibility: hidden;"'
  return strip(named)
    .replace('<blockquote', '<blockquote class="wp-embedded-content"')
    .replace('<iframe', `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"${hidden}`)
}

/** Takes out every tag and attribute that is not allowed, as wp_kses does; text stays. */
function strip(html: string): string {
  return html.replace(
    /<(\/?)([a-z0-9]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi,
    (_, end: string, name: string, rest: string) => {
      const allowed = ALLOWED[name.toLowerCase()]
      if (!allowed) return ''
      const attributes = [...rest.matchAll(/([a-z-]+)=("[^"]*"|'[^']*')/gi)].filter(([, key = '']) =>
        allowed.includes(key),
      )
      return `<${end}${name}${attributes.map(([whole]) => ` ${whole}`).join('')}>`
    },
  )
}
