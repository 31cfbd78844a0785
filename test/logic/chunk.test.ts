import { afterEach, describe, expect, it, vi } from 'vitest'
import { Chunk } from '../../widget/controllers/chunk.ts'
import { patience } from '../../widget/controllers/patience.ts'

describe('code that is fetched later', () => {
  it('is fetched once, however many want it at the same time', async () => {
    let fetched = 0
    const steps = new Chunk<object>(
      async () => {
        fetched++
        return {}
      },
      () => undefined,
    )
    await Promise.all([steps.load(), steps.load()])
    expect(await steps.load()).toBe(steps.module)
    expect(fetched).toBe(1)
  })

  it('is fetched again after it failed', async () => {
    const answers = [Promise.reject(new Error('offline')), Promise.resolve({})]
    const told: boolean[] = []
    const steps: Chunk<object> = new Chunk<object>(
      () => answers.shift() as Promise<object>,
      () => told.push(steps.module === null),
    )
    expect(await steps.load()).toBe(null)
    const again = steps.load()
    expect(steps.module).toBeUndefined()
    expect(await again).toEqual({})
    expect(told).toEqual([true, false])
  })
})

describe('what is waited for', () => {
  afterEach(() => void vi.useRealTimers())

  it('is late after four seconds, not before, and once', () => {
    vi.useFakeTimers()
    const told: boolean[] = []
    const wait = patience((isLate) => told.push(isLate))
    wait('a month')
    vi.advanceTimersByTime(3_999)
    wait('a month')
    expect(told).not.toContain(true)
    vi.advanceTimersByTime(1)
    expect(told.filter(Boolean)).toEqual([true])
    wait('a month')
    vi.advanceTimersByTime(60_000)
    expect(told.filter(Boolean)).toEqual([true])
  })

  it('is late no more when it comes, or when he waits for something else', () => {
    vi.useFakeTimers()
    const told: boolean[] = []
    const wait = patience((isLate) => told.push(isLate))
    wait('a month')
    vi.advanceTimersByTime(4_000)
    wait('another')
    expect(told.at(-1)).toBe(false)
    vi.advanceTimersByTime(3_999)
    wait(undefined)
    vi.advanceTimersByTime(60_000)
    expect(told.filter(Boolean)).toEqual([true])
  })
})
