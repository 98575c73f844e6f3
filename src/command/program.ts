import { version } from '../../package.json' with { type: 'json' }
import { SourceError } from '../build/basemap/source-error.ts'
import { FaultyStories } from '../build/story-files.ts'
import { FileError, PlainError } from '../build/text-file.ts'
import { StoryError } from '../story/issue.ts'
import { drawBasemaps } from './basemap.ts'
import { addPlaces } from './add.ts'
import { checkStories } from './check.ts'
import { createStory } from './new.ts'
import { printPlaces } from './places.ts'
import { type Terminal, UseError, printFault } from './terminal.ts'

const help = `article-map: an article's places on a map, in the article's own words

  article-map check STORY… [--article FILE|-] [--select CSS] [--lock] [--strict] [--format text|json|github]
    Checks story files (GeoJSON): their format, how honest their places are, and every quote.
    --article FILE   the article as text or HTML, - for standard input: it must contain every quote, verbatim
    --select CSS     the element of a page that holds the article, where it is not found by its headline
    --lock           write STORY.lock.json beside the story, which shows later whether a quote was changed
    --strict         count warnings and hints as errors
    --format         text, one line for each issue; json; or github, annotations for GitHub Actions

  article-map new NAME [--article FILE|-] [--select CSS] [--places FILE|-] [--yes] [--folder geo]
    Creates geo/NAME.geojson: headline, date and language from the article; places from lines of a name and
    a position, or without them those that the article names; quotes from the sentences with each name; and
    the map under the places, geo/NAME.basemap.json. Never overwrites a story.
    --yes            do not ask which place a name is: take the likeliest, and say so
    --places FILE    on each line a name, and latitude and longitude in any form, a link of a map, a Plus Code, or
                     a GeoJSON file with a line or an area; or a table, if the first line names its columns: name,
                     latitude, longitude or position, and source, precision, accuracy

  article-map add NAME PLACE… | --places FILE|- [--article FILE|-] [--select CSS] [--folder geo]
    Adds places to geo/NAME.geojson, as in: article-map add raqqa Tabqa 35.836 38.548

  article-map places ARTICLE…|- [--select CSS] [--language ar|de|en|es|fr|tr] [--format text|json|jsonl]
    Finds the places that articles name, as text or HTML, and what each name may be, the likeliest first.
    --language       the article's, where it is not told by its commonest words
    --format         text; json, with the offsets of each mention in UTF-16 units; or jsonl: reads lines of JSON with
                     a member "text" from standard input, and prints a line for each

  article-map basemap NAME… [--streets FILE [--buildings]] [--world] [--folder geo]
    Draws geo/NAME.basemap.json, the map under the places of geo/NAME.geojson, anew.
    --streets FILE   draw geo/NAME.streets.json, the streets around its exact and approximate places, from an
                     export of OpenStreetMap: GeoJSON or JSON of Overpass, .osm or .osm.pbf
    --buildings      with their buildings
    --world          draw geo/world.basemap.json, for stories without a basemap of their own

  article-map start [--folder geo] [--port 5173]
    Shows the stories while they are written, at the address that it prints; a saved story shows at once, with what
    is left to do.

  article-map build [--folder geo] [--out dist] [--url https://maps.example/]
    Makes the pages of all stories, dist/NAME/index.html, with all that any static server needs. Replaces dist.
    --url            where the pages will stand, for social cards, oEmbed and search engines; or ARTICLE_MAP_URL

  article-map --help, article-map --version

Exit status: 0 all is well, 1 there are errors, 2 the command is wrong or a file cannot be used.
`

const commands = {
  check: checkStories,
  new: createStory,
  add: addPlaces,
  places: printPlaces,
  basemap: drawBasemaps,
  // Large, so no other command loads them.
  start: async (args: readonly string[], terminal: Terminal) =>
    (await import('./start.ts')).startServer(args, terminal),
  build: async (args: readonly string[], terminal: Terminal) =>
    (await import('./build.ts')).buildStories(args, terminal),
}

/** Runs `article-map` with its arguments. Does not throw for a user's mistakes. @returns the exit status */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  try {
    if (name === 'help' || args.includes('--help') || args.includes('-h')) {
      terminal.print(help)
      return 0
    }
    const [kept] = terminal.keptOptions
    if (kept !== undefined) {
      throw new UseError(
        `npm has kept --${kept} for itself: write -- before what is meant for article-map, as in npm run ${name ?? 'new'} -- storm --${kept} …`,
      )
    }
    if (isCommand(name)) return await commands[name](rest, terminal)
    if (name === undefined) {
      terminal.printError(help)
      return 2
    }
    if (name === '--version') {
      terminal.print(`${version}\n`)
      return 0
    }
    throw new UseError(
      `there is no command ${JSON.stringify(name)}: use check, new, add, places, basemap, start or build`,
    )
  } catch (error) {
    if (error instanceof StoryError) terminal.printError('The story has errors; article-map check says where:\n')
    if (error instanceof StoryError || error instanceof SourceError || error instanceof FaultyStories) {
      terminal.printError(`${error.message}\n`)
      return 1
    }
    if (error instanceof AggregateError) {
      for (const fault of error.errors) if (fault instanceof FileError) printFault(fault, terminal)
      return 2
    }
    if (!(error instanceof PlainError || error instanceof UseError || isArgumentError(error))) throw error
    printFault(error, terminal)
    if (!(error instanceof PlainError)) terminal.printError('article-map --help says how to use it.\n')
    return 2
  }
}

function isCommand(name: string | undefined): name is keyof typeof commands {
  return name !== undefined && Object.hasOwn(commands, name)
}

/** Whether `parseArgs` of node:util did not understand an argument. */
function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
