import type { Plugin } from 'vite'

/** Selectors of controls, tooltips, shadows, pictures, canvases, parts of popups and browsers that are not used here. */
const unused =
  /\.leaflet-(control|bar|top|bottom|left|right|attribution|vml|tooltip|oldie|div-icon|popup-(close|content |scrolled)|marker-(shadow|draggable)|shadow|image-layer|zoom-box|crosshair)|\.lvml|-ms-|canvas/

/** Removes from Leaflet's style sheet what a story's map does not use, and rules that load pictures. */
export function slimLeafletStyle(): Plugin {
  return {
    name: 'slim-leaflet-style',
    enforce: 'pre',
    transform: {
      filter: { id: /leaflet\.css/ },
      handler: (code) =>
        code.replace(/\/\*[^]*?\*\//g, '').replace(/([^{}]+)(\{[^{}]*\})/g, (_, selectors: string, block: string) => {
          const used = selectors.split(',').filter((selector) => !unused.test(selector))
          return used.length === 0 || block.includes('url(') ? '' : used.join() + block
        }),
    },
  }
}
