import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { cloneProject } from './clone.ts'
import { startServers } from './server.ts'

const root = join(import.meta.dirname, '..')
const places = 'Andermatt 46.636 8.594\nGotthard Pass 46.559 8.561\nAirolo 46.529 8.612\n'

/** The commands of the README's section on making a story, in their order. */
function readCommands(): string[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const [, section = ''] = /^## Make a story$(.*?)^##+ /ms.exec(readme) ?? []
  return [...section.matchAll(/^```sh\n(.*?)^```/gms)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*/, '').trim())
    .filter((line) => line !== '')
}

/** What a reporter fills in by hand: how well each place is known, and who says so. */
function fillIn(path: string): void {
  const story = JSON.parse(readFileSync(path, 'utf8')) as { features: { properties: object }[] }
  for (const { properties } of story.features) {
    Object.assign(properties, { precision: 'city', accuracy: 1500, source: 'GeoNames (CC BY 4.0)' })
  }
  writeFileSync(path, JSON.stringify(story, null, 2))
}

test('the README’s way from an article to a checked map in another page can be walked', async ({ page }) => {
  test.setTimeout(900_000)
  const clone = cloneProject()
  const run = (command: string) => {
    const { status, stdout, stderr } = spawnSync(command, { cwd: clone, shell: true, encoding: 'utf8' })
    return { status, output: stdout + stderr }
  }
  const commands = readCommands()
  const [create = '', check = '', build = ''] = commands
  expect(commands.map((command) => command.split(' ')[2])).toEqual(['new', 'check', 'build'])
  copyFileSync(join(root, 'test', 'fixture', 'article.txt'), join(clone, 'article.txt'))
  writeFileSync(join(clone, 'places.txt'), places)
  const story = join(clone, 'geo', 'storm.geojson')

  const created = run(create)
  expect(created.output).toContain('Created geo/storm.geojson. What is left to do:')
  expect(created.output).toContain('features[0].properties.source: must not be empty')
  expect(created.output).toContain(check)
  expect(created.output).toContain('geo/storm.basemap.json: drew the map under its places')
  expect(run(check).status).toBe(1)

  fillIn(story)
  expect(run(check)).toMatchObject({ status: 0, output: expect.stringContaining('3 quotes verified') })
  expect(run(build).status).toBe(0)

  const servers = await startServers(join(clone, 'dist'))
  await page.goto(`${servers.maps}/storm/`)
  await page.getByRole('button', { name: 'Embed' }).click()
  const snippet = await page.getByRole('dialog').getByRole('textbox', { name: 'Frame, for any website' }).inputValue()
  // The article's page, on another origin.
  const paper = join(clone, 'paper')
  mkdirSync(paper)
  writeFileSync(join(paper, 'article.html'), `<!doctype html><title>Article</title>${snippet}`)
  const newspaper = await startServers(paper)
  await page.goto(`${newspaper.maps}/article.html`)
  const map = page.frameLocator('iframe')
  await map.getByRole('link', { name: '3. Airolo' }).click()
  await expect(map.getByRole('dialog').getByRole('blockquote').first()).toContainText('In Airolo, south of the pass')
  await expect(map.getByRole('dialog')).toContainText('Verbatim, paragraph 4')
  await Promise.all([servers.close(), newspaper.close()])

  writeFileSync(story, readFileSync(story, 'utf8').replace('lorries waited', 'lorries wasted'))
  const refused = run(build)
  expect(refused.status).not.toBe(0)
  expect(refused.output).toMatch(/geo\/storm\.geojson:\d+:\d+ .* has changed since/)
  expect(refused.output).not.toMatch(/^\s+at /m)
  rmSync(clone, { recursive: true })
})
