/**
 * The map's colours in light surroundings, for what is drawn without its style sheet: the social card and the page's
 * icon. `style/theme.css` has the same, and a test compares them.
 */
export const palette = {
  accent: '#a3261b',
  onAccent: '#fff',
  paper: '#fffdf9',
  ink: '#22201c',
  land: '#f1ede3',
  home: '#fbf9f3',
  water: '#d3dfe4',
  waterInk: '#44616e',
  river: '#a4bfca',
  coast: '#b4c6cd',
  border: '#b3a996',
  builtUp: '#e7dfcf',
  open: '#f4eedb',
  green: '#dce5d2',
  building: '#d9ccb4',
  street: '#fff',
  casing: '#c9bda8',
  label: '#635a4b',
  muted: '#635d54',
  line: '#ddd6c9',
} as const
