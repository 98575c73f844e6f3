import { leafletStyle } from './map/leaflet-style.ts'
import page from './view/static/page.css?inline'
import staticStyle from './view/static/static.css?inline'
import own from './view/style.css?inline'

/** The style of a story's page: of what it shows without a script, and of the live map, whose shadow root takes it over. */
export const pageStyle = leafletStyle + own + staticStyle + page
