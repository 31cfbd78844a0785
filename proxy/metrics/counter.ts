/** Something that is counted by labels, or measured. */
export interface Family {
  name: string
  help: string
  type: 'counter' | 'gauge'
  samples: Iterable<Sample>
}

export interface Sample {
  labels?: Record<string, string>
  value: number
}

/**
 * Counts how often each pair of labels was seen (or each one, when it has one). Labels must be few: never an address,
 * never what a visitor typed.
 */
export class Counter implements Family {
  readonly type = 'counter'
  // In two steps, as joining the labels to one key would cost more than the counting.
  readonly #counts = new Map<string, Map<string, { value: number }>>()

  constructor(
    readonly name: string,
    readonly help: string,
    readonly labels: [string, string?],
  ) {}

  add(first: string, second = ''): void {
    const count = this.#counts.get(first)?.get(second)
    if (count) count.value++
    else this.#counts.set(first, (this.#counts.get(first) ?? new Map()).set(second, { value: 1 }))
  }

  get samples(): Sample[] {
    const [one, other] = this.labels
    return [...this.#counts].flatMap(([first, counts]) =>
      [...counts].map(([second, { value }]) => ({
        labels: { [one]: first, ...(other && { [other]: second }) },
        value,
      })),
    )
  }
}

export const gauge = (name: string, help: string, samples: Sample[]): Family => ({ name, help, type: 'gauge', samples })

/** In Prometheus' text format. */
export function toText(families: Family[]): string {
  return families.map(familyText).join('')
}

function familyText({ name, help, type, samples }: Family): string {
  const lines = [...samples].map(({ labels = {}, value }) => `${name}${labelsText(labels)} ${value}\n`)
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`
}

function labelsText(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value.replace(/["\\]/g, '\\$&')}"`)
  return pairs.length ? `{${pairs.join(',')}}` : ''
}
