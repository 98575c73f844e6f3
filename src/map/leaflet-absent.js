// In place of modules that Leaflet imports and does without: vectors for Internet Explorer, and markers that can be dragged.
// Only the build reads this file.
export const [vmlCreate, vmlMixin, MarkerDrag] = []
