import assert from 'node:assert/strict'
import { exec, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startServers } from '../server.ts'
import { inProject, packClone, root, withPage } from './packed.ts'
import type { Tell } from './run.ts'

const shell = promisify(exec)

const places = 'Andermatt 46.636 8.594\nGotthard Pass 46.559 8.561\nAirolo 46.529 8.612\n'

/** The commands of the README's section, in their order. */
function readCommands(): string[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const [, block = ''] = /^## In a project of your own$.*?^```sh\n(.*?)^```/ms.exec(readme) ?? []
  return block.split('\n').flatMap((line) => line.replace(/\s+#.*/, '').trim() || [])
}

/** A newspaper's repository with one dependency, from `npm init` to a page of another origin. */
export async function tryNewspaper(tell: Tell): Promise<void> {
  const article = readFileSync(join(root, 'test', 'fixture', 'article.txt'), 'utf8')
  await tell('the README’s way from npm init to a map in another page', () =>
    inProject({ 'article.txt': article, 'places.txt': places }, walk),
  )
}

async function walk(folder: string): Promise<void> {
  const [init = '', install = '', create = '', start = '', check = '', build = ''] = readCommands()
  const run = async (command: string): Promise<string> => {
    const { stdout, stderr } = await shell(command, { cwd: folder })
    return stdout + stderr
  }
  assert(install.endsWith(await packClone(folder)), `the README installs another file: ${install}`)
  await run(init)
  await run(install)
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { dependencies: object }
  assert.deepEqual(Object.keys(dependencies), ['article-map'])

  const created = await run(create)
  assert(created.includes(check), `it does not say how to check: ${created}`)
  const path = join(folder, 'geo', 'storm.geojson')
  const schema = (JSON.parse(readFileSync(path, 'utf8')) as { $schema: string }).$schema
  assert(readFileSync(join(folder, 'geo', schema), 'utf8').includes('"$schema"'))

  await expectDraft(folder, start)
  const story = JSON.parse(readFileSync(path, 'utf8')) as { features: { properties: object }[] }
  for (const { properties } of story.features) {
    Object.assign(properties, { precision: 'city', accuracy: 1500, source: 'GeoNames (CC BY 4.0)' })
  }
  writeFileSync(path, JSON.stringify(story, null, 2))
  assert.match(await run(check), /3 quotes verified/)
  await run(build)

  let snippet = ''
  const servers = await startServers(join(folder, 'dist'))
  try {
    await withPage(join(folder, 'dist'), '/storm/', async (page) => {
      await page.getByRole('button', { name: 'Embed' }).click()
      snippet = await page.getByRole('dialog').getByRole('textbox', { name: 'Frame, for any website' }).inputValue()
    })
    assert(snippet.includes('https://maps.example/storm/'), snippet)
    const frame = snippet.replaceAll('https://maps.example', servers.maps)
    writeFileSync(
      join(folder, 'article.html'),
      `<!doctype html><title>Article</title><link rel="icon" href="data:," />${frame}`,
    )
    await withPage(folder, '/article.html', async (page) => {
      const map = page.frameLocator('iframe')
      await map.getByRole('link', { name: '3. Airolo' }).click()
      await map.getByText('Verbatim, paragraph 4').first().waitFor()
    })
  } finally {
    await servers.close()
  }
}

/** The server of drafts shows the map, and over it what is left to do. */
async function expectDraft(folder: string, command: string): Promise<void> {
  const [program = '', ...args] = command.split(' ')
  // A group of its own: npx starts the program, and does not end it.
  const server = spawn(program, [...args, '--port', '0'], { cwd: folder, detached: true })
  try {
    const url = await new Promise<string>((done, fail) => {
      server.stdout.on('data', (text: Buffer) => {
        const [found] = /http:\/\/localhost:\d+\//.exec(text.toString()) ?? []
        if (found !== undefined) done(found)
      })
      server.on('exit', () => fail(new Error(`${command} has ended`)))
    })
    const page = await (await fetch(url)).text()
    assert(page.includes('storm.geojson: 3 errors') && page.includes('<article-map'), page.slice(0, 500))
  } finally {
    if (server.pid !== undefined) process.kill(-server.pid)
  }
}
