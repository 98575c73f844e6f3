import type { Plugin } from 'vite'
import { storyBuild } from './story-build.ts'
import { storyReload } from './story-reload.ts'
import { storyServer } from './story-server.ts'

/** Where the stories come from and where their pages go. */
export interface StoryPagesOptions {
  /** The folder of the stories, relative to Vite's root. */
  readonly folder: string
  /**
   * The absolute address of what is built, such as `https://maps.example.org/`. Without it the pages lack what must be
   * absolute: their canonical address, oEmbed, and the picture of `og:image`.
   */
  readonly siteUrl?: string | undefined
}

/** Makes a page of each `<name>.geojson` of a folder, in development and in the build. */
export function storyPages({ folder, siteUrl }: StoryPagesOptions): Plugin[] {
  return [storyServer(folder, siteUrl), storyReload(folder), storyBuild(folder, siteUrl)]
}
