import { leafletStyle } from '../map/leaflet-style.ts'
import mapStyle from '../view/style.css?inline'

let sheet: CSSStyleSheet | undefined

/** The style of the map's shadow root, one sheet for all maps of a page. */
export function mapStyleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(leafletStyle + mapStyle)
  }
  return sheet
}
