import { leafletStyle } from '../map/leaflet-style.ts'
import mapStyle from '../view/style.css?inline'
import streetsStyle from '../view/style/streets.css?inline'

let sheet: CSSStyleSheet | undefined

/** The style of the map's shadow root, one sheet for all maps of a page. */
export function mapStyleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(leafletStyle + mapStyle + streetsStyle)
  }
  return sheet
}
