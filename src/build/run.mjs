// Runs a TypeScript module of this project: node src/build/run.mjs <module> [arguments]. Node 20 cannot do that, but Vite can.
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const [, , module, ...args] = process.argv
process.argv = [process.argv[0], resolve(module), ...args]
await runnerImport(resolve(module), { configFile: false, logLevel: 'error' })
