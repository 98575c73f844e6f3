import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { chromiumLaunch } from '../browser.ts'
import { cloneProject } from '../clone.ts'
import { pixel, startServers } from '../server.ts'

const run = promisify(execFile)
export const root = resolve(import.meta.dirname, '..', '..')

/** Does something in a folder of its own with some files in it. */
export async function inProject<T>(
  files: Readonly<Record<string, string>>,
  act: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'article-map-project-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    return await act(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Packs a fresh clone, as someone does who has just installed its packages; npm builds it first. @returns the tarball's name */
export async function packClone(destination: string): Promise<string> {
  const clone = cloneProject()
  try {
    await run('npm', ['pack', '--pack-destination', destination], { cwd: clone })
  } finally {
    rmSync(clone, { recursive: true })
  }
  const tarball = readdirSync(destination).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error('npm packed nothing.')
  return tarball
}

/** Lays the package and what it depends on into a project, as npm would, beside the frameworks of the package beside this file. */
export async function installIn(folder: string): Promise<void> {
  const packages = join(folder, 'node_modules')
  mkdirSync(join(packages, '@types'), { recursive: true })
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root })
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  await run('tar', ['-xzf', tarball], { cwd: folder })
  renameSync(join(folder, 'package'), join(packages, 'article-map'))
  const link = (from: string, name: string): void =>
    symlinkSync(join(from, 'node_modules', name), join(packages, name), 'dir')
  for (const name of ['vite', '@types/geojson']) link(root, name)
  const frameworks = ['react', 'react-dom', 'vue', 'svelte', '@types/react', '@types/react-dom']
  for (const name of frameworks) link(import.meta.dirname, name)
}

/** Opens a page of a folder that is served, and does something there; what its console says is wrong is an error. */
export async function withPage(
  folder: string,
  path: string,
  act: (page: Page, url: string) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch(await chromiumLaunch())
  const servers = await startServers(folder)
  try {
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    await page.route(/^https:/, (route) => route.fulfill({ contentType: 'image/png', body: pixel }))
    await page.goto(`${servers.maps}${path}`)
    await act(page, servers.maps)
    if (errors.length > 0) throw new Error(errors.join())
  } finally {
    await Promise.all([browser.close(), servers.close()])
  }
}
