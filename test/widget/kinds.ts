import type { EventType } from '../../demo/simulator/index.ts'
import { all, click, found, mount } from './support.ts'

type Options = NonNullable<Parameters<typeof mount>[0]>

/** The element for an event type that Olga does not have. */
export function mountKind(type: EventType, { attributes, before, setup, ...options }: Options = {}) {
  return mount({
    ...options,
    attributes: { event: type.slug, ...attributes },
    setup: { ...setup, env: { EVENTS: type.slug, ...setup?.env } },
    before: (parts) => {
      parts.simulator.account.eventTypes.push(type)
      before?.(parts)
    },
  })
}

/** The same, at the form. */
export async function formOf(type: EventType, start: string, options?: Options) {
  const mounted = await mountKind(type, options)
  await toFormAnywhere(start)
  return mounted
}

/** To the form, by the month or, where the room is narrow, by the list of days. */
export async function toFormAnywhere(start: string): Promise<void> {
  await found('.times [part~="time"]')
  all(`[data-day="${start.slice(0, 10)}"]`)[0]?.click()
  await click(`.times [data-start="${start}"]`)
  await found('[part~="submit"], [part~="confirm"]')
}

/** The control of a name, whatever it is. */
export function control(name: string): HTMLInputElement {
  const [found] = all<HTMLInputElement>(`[name="${name}"]`)
  if (!found) throw new Error(`There is no control ${name}`)
  return found
}
