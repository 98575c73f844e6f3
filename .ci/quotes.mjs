// Compares every quote, letter by letter, with the article whose file is named: those of the story file, and those that
// the built page holds. It uses nothing of the project's own code, so that both would have to be wrong.
import { readFileSync } from 'node:fs'

const article = readFileSync(process.argv[2], 'utf8')
const page = readFileSync('dist/raqqa/index.html', 'utf8')
const { features } = JSON.parse(readFileSync('geo/raqqa.geojson', 'utf8'))
const quotes = features.flatMap(({ id, properties }) => properties.quotes.map(({ exact }) => ({ id, exact })))
// As data of the page's script, or as its text.
const shown = (text) => [JSON.stringify(text).slice(1, -1), text, text.replaceAll('"', '&quot;')]

const faults = [
  ...quotes
    .filter(({ exact }) => !article.includes(exact))
    .map(({ id, exact }) => `${id}: not in the article: ${exact}`),
  ...quotes
    .filter(({ exact }) => !shown(exact).some((form) => page.includes(form)))
    .map(({ id, exact }) => `${id}: not in the page: ${exact}`),
  ...[...page.replace(/<script.*?<\/script>/gs, '').matchAll(/<blockquote[^>]*>(.*?)<\/blockquote>/gs)]
    .map(([, markup]) => textOf(markup))
    .filter((text) => !article.includes(text))
    .map((text) => `in the page, and not in the article: ${text}`),
]
if (quotes.length < features.length) faults.push('there are places without a quote')
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0

function textOf(markup) {
  const entities = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', '#39': "'", '#160': '\u00a0' }
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&([\w#]+);/g, (whole, name) => entities[name] ?? whole)
    .trim()
}
