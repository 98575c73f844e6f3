/** What a slug is: `[a-z0-9]+(-[a-z0-9]+)*`. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** A slug made from a name: "Al-Naim roundabout" gives `al-naim-roundabout`; empty if the name has no Latin letter. */
export function slugOf(name: string): string {
  return name
    .slice(0, 100)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßæœøðþłđı]/g, (letter) => latin[letter] ?? '')
    .replace(/[\u0300-\u036F'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** Letters that are not a plain one with an accent. */
const latin: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ı: 'i',
}
