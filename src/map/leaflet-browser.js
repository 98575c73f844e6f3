// In place of Leaflet's core/Browser.js. That one makes markup out of text while it loads, to find out whether the browser
// knows SVG, and a page that requires Trusted Types (https://www.w3.org/TR/trusted-types/) refuses it. What each browser that
// can run this project has is not asked for. Only the build reads this file.
const has = (word) => navigator.userAgent.toLowerCase().includes(word)
const chrome = has('chrome')

export default {
  ielt9: false,
  ie3d: false,
  edge: false,
  vml: false,
  msPointer: false,
  mobileOpera: false,
  any3d: true,
  svg: true,
  pointer: false,
  touch: true,
  passiveEvents: true,
  chrome,
  safari: !chrome && has('safari'),
  mobile: 'orientation' in window || has('mobile'),
  touchNative: 'ontouchstart' in window || 'TouchEvent' in window,
  retina: devicePixelRatio > 1,
  mac: navigator.platform.startsWith('Mac'),
  linux: navigator.platform.startsWith('Linux'),
}
