/** The light colours of app/globals.css, once more: what draws the pictures knows no stylesheet. A test compares them. */
export const colours = {
  paper: '#fdfdfc',
  ink: '#10151c',
  muted: '#55606b',
  rule: '#e3e7ea',
  accentInk: '#00465e',
  accentWash: '#e4f2f7',
  gold: '#8a5c09',
} as const
