#!/usr/bin/env node
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { mostBytes } from './build/text-file.ts'
import { run } from './command/program.ts'

// npm names the script that it runs: `npm run new` in a clone of the project, or npx.
const checkCommands: Readonly<Record<string, string>> = { new: 'npm run check --', npx: 'npx article-map check' }

const options = ['article', 'places', 'folder', 'strict', 'format', 'streets', 'buildings', 'world']

// Whoever reads the output may have had enough: `article-map places article.txt | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await run(process.argv.slice(2), {
  folder: process.cwd(),
  readInput: readStandardInput,
  print: (text) => void process.stdout.write(text),
  printError: (text) => void process.stderr.write(text),
  ...(process.stdin.isTTY && process.stdout.isTTY && { ask }),
  checkCommand: checkCommands[process.env.npm_lifecycle_event ?? ''] ?? 'article-map check',
  keptOptions: options.filter((option) => process.env[`npm_config_${option}`] !== undefined),
})

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  // It may never end; a byte too many is enough to refuse it.
  const input = createReadStream('', { fd: 0, end: mostBytes })
  for await (const chunk of input) chunks.push(Buffer.from(chunk as Buffer))
  return Buffer.concat(chunks)
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await lines.question(question)
  } finally {
    lines.close()
  }
}
