/** Colours that can be read: an accent of the owner's, darkened or lightened until letters in it can be. */
export interface Accent {
  accent: string
  /** Letters on it. */
  onAccent: string
  /** A tint of it, behind a free day. */
  soft: string
}

/** The widget's own grounds. */
const LIGHT = '#ffffff'
const DARK = '#1c1b19'

/** WCAG AA, and a little more for grounds that are not quite these. */
const ENOUGH = 4.9
const STEPS = 40

export const onLight = (colour: string): Accent => readable(colour, LIGHT, '#000000', 0.1)
export const onDark = (colour: string): Accent => readable(colour, DARK, '#ffffff', 0.16)

/** Goes from the colour towards black or white until it stands out from the ground and from its own tint. */
function readable(colour: string, ground: string, towards: string, tint: number): Accent {
  for (let step = 0; ; step++) {
    const accent = mix(towards, colour, step / STEPS)
    const soft = mix(accent, ground, tint)
    const onAccent = contrast(accent, '#ffffff') >= contrast(accent, '#111111') ? '#ffffff' : '#111111'
    if (step === STEPS || (contrast(accent, soft) >= ENOUGH && contrast(accent, onAccent) >= 4.5))
      return { accent, onAccent, soft }
  }
}

/** Of WCAG: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** So much (0 to 1) of the first in the second. */
export function mix(one: string, other: string, share: number): string {
  const second = channels(other)
  const mixed = channels(one).map((channel, at) => Math.round(channel * share + (second[at] ?? 0) * (1 - share)))
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

function luminance(hex: string): number {
  const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
  const [red = 0, green = 0, blue = 0] = channels(hex).map((channel) => linear(channel / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
