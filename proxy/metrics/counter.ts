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

/** Counts how often each set of labels was seen. Labels must be few: never an address, never what a visitor typed. */
export class Counter implements Family {
  readonly type = 'counter'
  readonly #counts = new Map<string, number>()

  constructor(
    readonly name: string,
    readonly help: string,
    readonly labels: string[],
  ) {}

  add(...values: string[]): void {
    const key = values.join('\n')
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
  }

  get samples(): Sample[] {
    return [...this.#counts].map(([key, value]) => {
      const values = key.split('\n')
      return { labels: Object.fromEntries(this.labels.map((label, index) => [label, values[index] ?? ''])), value }
    })
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
