import { printable } from '../build/printable.ts'
import type { ChoosePlace } from './article-places.ts'
import { describePlace } from './place-report.ts'

/** Asks in a terminal which of several places a name is. Enter takes the first, 0 none of them. */
export function askPlace(ask: (question: string) => Promise<string>): ChoosePlace {
  return async (name, places) => {
    const lines = places.map((place, i) => `  ${i + 1}  ${describePlace(place)}`)
    const question = [`Which “${name}” is it?`, ...lines, '  0  none of them', 'Number, or Enter for 1: '].map(
      printable,
    )
    for (;;) {
      const answer = (await ask(question.join('\n'))).trim()
      if (answer === '0') return undefined
      const chosen = answer === '' ? 0 : Number(answer) - 1
      if (places[chosen]) return chosen
    }
  }
}
