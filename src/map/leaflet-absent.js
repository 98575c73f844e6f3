// In place of modules that Leaflet imports and does without: vectors for Internet Explorer, markers that can be dragged, the blue
// pin, and groups of layers that share a popup. Only the build reads this file.
export const [vmlCreate, vmlMixin, MarkerDrag] = []
export class IconDefault {}
export class FeatureGroup {}
