import { parseHTML } from 'linkedom'
import { type Issue, type Severity, severities } from '../../story/issue.ts'
import { createElement } from '../../view/element.ts'
import { markupOf } from '../markup.ts'

const style = `
body:has(>.issues){display:flex;flex-direction:column;block-size:100dvh}
.issues{flex:none;max-block-size:35dvh;overflow:auto;scrollbar-width:thin;border-block-end:1px solid light-dark(#ddd6c9,#3a4046);background:light-dark(#f6f1e7,#25292d);color:light-dark(#22201c,#ece8e1);font:14px/1.5 system-ui,sans-serif}
.issues summary{padding:6px 14px;cursor:pointer}
.issues summary:focus-visible{outline:2px solid light-dark(#a3261b,#f0836f);outline-offset:-2px}
.issues ul{margin:0;padding:0 14px 8px;list-style:none}
.issues li{padding:3px 0;overflow-wrap:anywhere}
.issues code{font:12px/1.5 ui-monospace,Menlo,Consolas,'Liberation Mono',monospace;color:light-dark(#635d54,#b0aaa0)}
.issues li.error::before{content:'• ';color:light-dark(#a3261b,#f0836f)}
.issues li:not(.error)::before{content:'• ';color:light-dark(#635d54,#b0aaa0)}
.issues~main{flex:1;min-block-size:0;position:relative}
.issues~main article-map{block-size:100%}
@media print{.issues{display:none}}
`.trim()

/**
 * Renders what the dev server lists over an unfinished story: each issue with its line. It is open as long as there are
 * errors, and takes its room from the map instead of covering it.
 * @param file the story's path as its author knows it
 */
export function renderIssuePanel(file: string, issues: readonly Issue[]): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const hasErrors = issues.some(({ severity }) => severity === 'error')
  const advice = hasErrors ? '. It is built when the errors are mended.' : ''
  const panel = createElement(
    document,
    'details',
    { class: 'issues', lang: 'en', dir: 'ltr', open: hasErrors },
    createElement(document, 'style', {}, style),
    createElement(document, 'summary', {}, `${file}: ${countIssues(issues)}${advice}`),
    createElement(
      document,
      'ul',
      {},
      ...issues.map(({ severity, line, column, path, message }) =>
        createElement(
          document,
          'li',
          { class: severity },
          createElement(document, 'code', {}, `${line}:${column} ${path}`),
          ` ${severity === 'error' ? '' : `${severity}: `}${message}`,
        ),
      ),
    ),
  )
  return markupOf(panel)
}

/** Counts issues in words: `2 errors, 1 warning`. */
export function countIssues(issues: readonly Issue[]): string {
  return severities
    .map((severity) => [issues.filter((issue) => issue.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]: readonly [number, Severity]) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ')
}

/** Renders the page of a story of which nothing can be drawn yet. */
export function renderIssuePage(file: string, issues: readonly Issue[]): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Maps</title>
    <link rel="icon" href="data:," />
    <style>
      body {
        margin: 0;
      }
      main {
        padding: 14px;
        font: 16px/1.5 system-ui, sans-serif;
      }
    </style>
  </head>
  <body>
    ${renderIssuePanel(file, issues)}
    <main>No place has a position yet: there is nothing to draw.</main>
  </body>
</html>
`
}
