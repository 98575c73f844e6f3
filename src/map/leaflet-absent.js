// In place of modules that Leaflet imports and does without: vectors for Internet Explorer, and those that are layers; markers
// that can be dragged, and the blue pin; groups of layers that share a popup; and touch by pointer events: what has a touchscreen
// has touch events today. Only the build reads this file.
export const [vmlCreate, vmlMixin, MarkerDrag, addPointerListener, removePointerListener] = []
export class IconDefault {}
export class FeatureGroup {}
export class Path {}
