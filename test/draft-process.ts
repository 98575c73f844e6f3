import { spawn } from 'node:child_process'

/** A server of drafts in a process of its own. */
export interface DraftProcess {
  readonly url: string
  readonly stop: () => void
}

/**
 * Runs a Node program that serves stories while they are written, until it has said at which address.
 * @param cwd the folder in which it runs
 * @throws if it ends before, with what it said
 */
export async function startDrafts(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<DraftProcess> {
  const server = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env } })
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const [found] = /http:\/\/localhost:\d+\//.exec(output) ?? []
      if (found !== undefined) resolve(found)
    })
    server.on('exit', () => reject(new Error(output)))
  })
  return { url, stop: () => void server.kill() }
}
