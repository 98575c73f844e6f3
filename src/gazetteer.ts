/**
 * The places that a text names, for programs: editors, content management systems. It runs in Node and in browsers and asks
 * nobody. A gazetteer comes with the package, in two sizes: `article-map/core.gazetteer`, `article-map/full.gazetteer`.
 *
 * @module
 */
export { findPlaces } from './gazetteer/find-places.ts'
export type { PlaceMention, PlaceSearch } from './gazetteer/find-places.ts'
export type { Gazetteer, GazetteerPlace } from './gazetteer/gazetteer.ts'
export type { EntryCode } from './gazetteer/gazetteer-format.ts'
export { loadGazetteer } from './gazetteer/load-gazetteer.ts'
export type { Language } from './words/language.ts'
