import type { Plugin } from 'vite'

/** Methods that neither the map nor what it uses calls, by the end of their file's path: nothing else can drop a method. */
const unused: Readonly<Record<string, readonly string[]>> = {
  'leaflet/src/map/Map.js': [
    'locate',
    'stopLocate',
    '_handleGeolocationError',
    '_handleGeolocationResponse',
    'flyToBounds',
    'fitWorld',
    'panInside',
    'wrapLatLngBounds',
  ],
  'supercluster/index.js': ['getTile', 'getTileRaw', '_getTile', '_addTileFeatures'],
}

/** Removes unused methods of packages. A method that is not there any more is an error: the list has to change with the package. */
export function withoutUnusedMethods(): Plugin {
  const files = Object.keys(unused)
  return {
    name: 'without-unused-methods',
    enforce: 'pre',
    transform: {
      filter: { id: new RegExp(`(${files.join('|')})$`) },
      handler: (code, id) => {
        const names = unused[files.find((file) => id.endsWith(file)) ?? ''] ?? []
        return names.reduce((rest, name) => without(rest, name, id), code.replaceAll('\r\n', '\n'))
      },
    },
  }
}

/** Removes a method, which ends with a brace as far in as its name. */
function without(code: string, name: string, file: string): string {
  const method = new RegExp(`^(\\t| {4})${name}(: function ?)?\\(.*\\n(?:\\1\\s.*\\n|\\n)*\\1\\},?\\n`, 'm')
  if (!method.test(code)) throw new Error(`There is no method ${name} in ${file} to leave out.`)
  return code.replace(method, '')
}
