import type { Plugin } from 'vite'

/** The rules of Leaflet's style sheet that load pictures, or are for controls, tooltips, parts of popups and browsers that are not used here. */
const unused =
  /[^{}]*(\.leaflet-(control|bar|top|bottom|left|right|attribution|vml|tooltip|oldie|div-icon|popup-(close|content |scrolled)|touch \.leaflet-(bar|control))|\.lvml|-ms-)[^{}]*\{[^{}]*\}|[^{}]*\{[^{}]*url\([^{}]*\}/g

/** Removes from Leaflet's style sheet what a story's map does not use. */
export function slimLeafletStyle(): Plugin {
  return {
    name: 'slim-leaflet-style',
    enforce: 'pre',
    transform: {
      filter: { id: /leaflet\.css/ },
      handler: (code) => code.replace(/\/\*[^]*?\*\//g, '').replace(unused, ''),
    },
  }
}
