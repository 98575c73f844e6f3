import { run } from '../../src/command/program.ts'
import { fixtures } from '../story/fixture.ts'

/** Runs `article-map` in a folder, and gives its exit status and what it printed. */
export async function articleMap(
  args: string | readonly string[],
  {
    folder = fixtures,
    input = '',
    keptOptions = [] as readonly string[],
    ask = undefined as ((question: string) => Promise<string>) | undefined,
  } = {},
) {
  let [out, errors] = ['', '']
  const status = await run(typeof args === 'string' ? args.split(' ').filter(Boolean) : args, {
    folder,
    readInput: () => Promise.resolve(Buffer.from(input)),
    print: (text) => void (out += text),
    printError: (text) => void (errors += text),
    checkCommand: 'article-map check',
    keptOptions,
    ...(ask && { ask }),
  })
  return { status, out, errors }
}
