import { leafletStyle } from './map/leaflet-style.ts'
import ownPageStyle from './view/static/page.css?inline'
import staticStyle from './view/static/static.css?inline'
import mapStyle from './view/style.css?inline'
import streetsStyle from './view/style/streets.css?inline'

/** In a page the map is in no shadow root: what is said of its host is said of the element. */
const ofElement = (style: string): string => style.replace(/:host(?:\(((?:[^()]|\([^()]*\))*)\))?/g, 'article-map$1')

/** The style of a story's page: of what it shows without a script, and of the live map. */
export const pageStyle = leafletStyle + ofElement(mapStyle) + staticStyle + ownPageStyle

/** What the page of a story with streets has besides. */
export const streetStyle = ofElement(streetsStyle)
