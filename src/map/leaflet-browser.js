// In place of Leaflet's core/Browser.js. That one makes markup out of text while it loads, to find out whether the browser
// knows SVG, and a page that requires Trusted Types (https://www.w3.org/TR/trusted-types/) refuses it. What each browser that
// can run this project has is not asked for. Only the build reads this file.
const has = (word) => navigator.userAgent.toLowerCase().includes(word)
export const chrome = has('chrome')

export const ielt9 = false
export const ie3d = false
export const edge = false
export const vml = false
export const msPointer = false
export const mobileOpera = false
export const any3d = true
export const svg = true
export const pointer = false
export const touch = true
export const passiveEvents = true
export const safari = !chrome && has('safari')
export const mobile = 'orientation' in window || has('mobile')
export const touchNative = 'ontouchstart' in window || 'TouchEvent' in window
export const retina = devicePixelRatio > 1
export const mac = navigator.platform.startsWith('Mac')
export const linux = navigator.platform.startsWith('Linux')

// As constants, not members of an object, so that the build leaves out what is only for browsers that are not asked for.
export * as default from './leaflet-browser.js'
