const MARK = 'rgb(1, 2, 3)'
const SEEN = /^rgb\(1, 2, 3\)$/

/** Each custom property, what a page may set it to, and on what that is seen: as which style. */
export const PROPERTIES = [
  ['ink', MARK, '.card', 'color', SEEN],
  ['muted', MARK, '.quiet', 'color', SEEN],
  ['surface', MARK, '.card', 'backgroundColor', SEEN],
  ['line', MARK, '.card', 'borderTopColor', SEEN],
  ['soft', MARK, '.day.free:not(.selected)', 'backgroundColor', SEEN],
  ['accent', MARK, '.day.selected', 'backgroundColor', SEEN],
  ['on-accent', MARK, '.day.selected', 'color', SEEN],
  ['danger', MARK, '#error-name', 'color', SEEN],
  ['radius', '3px', '.card', 'borderTopLeftRadius', /^13px$/],
  ['padding', '7px', '.card', 'paddingTop', /^7px$/],
  ['shadow', 'none', '.card', 'boxShadow', /^none$/],
  ['min-height', '900px', '.card', 'minHeight', /^900px$/],
  ['font', 'monospace', '.card', 'fontFamily', /^monospace$/],
  ['heading-font', 'monospace', 'h2', 'fontFamily', /^monospace$/],
  ['font-size', '21px', '.card', 'fontSize', /^21px$/],
  ['day-size', '30px', '.day.free', 'height', /^30px$/],
  ['time-size', '100%', '.list', 'gridTemplateColumns', /^[\d.]+px$/],
] as const
