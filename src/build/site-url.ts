import { PlainError } from './text-file.ts'

/** The address of the site, as an option or else the environment's `ARTICLE_MAP_URL` has it. @throws as {@link parseSiteUrl} does */
export function readSiteUrl(option?: string): string | undefined {
  return option === undefined ? parseSiteUrl(process.env['ARTICLE_MAP_URL']) : parseSiteUrl(option, '--url')
}

/**
 * The address of a site with a slash at its end, so that what follows stays below it.
 * @param text as the environment has it; absent or empty if it is not known
 * @param name what the message calls it
 * @throws {PlainError} if it is no full address
 */
export function parseSiteUrl(text: string | undefined, name = 'ARTICLE_MAP_URL'): string | undefined {
  if (text === undefined || text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!/^https?:$/.test(url?.protocol ?? '')) {
    const example = 'https://maps.example/'
    throw new PlainError(
      `${name} must be the full address of the site, such as ${example}, got ${JSON.stringify(text)}`,
    )
  }
  return url && `${url.origin}${url.pathname.replace(/\/?$/, '/')}`
}
