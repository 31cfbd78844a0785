/** Every colour: the public custom property `--olga-<name>`, and what it is in light and in dark. */
const COLOURS = {
  /** Text. */
  ink: ['#1f1d1a', '#f2efe9'],
  /** Quiet text; 4.5 : 1 on the surface. */
  muted: ['#6b665e', '#a8a298'],
  /** Behind everything. */
  surface: ['#ffffff', '#1c1b19'],
  /** Hairlines and borders of fields. */
  line: ['#e6e2da', '#383530'],
  /** A free day, a hovered button. */
  soft: ['#e3eee9', '#24302b'],
  /** What is chosen, and the main button. */
  accent: ['#2c5f50', '#8ecbb4'],
  /** Text on the accent. */
  'on-accent': ['#ffffff', '#10211a'],
  danger: ['#a3341f', '#f2a08e'],
} as const

/** By the `color-scheme` in force, where the browser can tell; else light. */
export const colours = Object.entries(COLOURS)
  .map(([name, [light, dark]]) => {
    const value = CSS.supports('color', 'light-dark(red,red)') ? `light-dark(${light},${dark})` : light
    return `--_${name}:var(--olga-${name},${value});`
  })
  .join('')
