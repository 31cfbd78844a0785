import { afterEach, describe, expect, it, vi } from 'vitest'
import { Chunk } from '../../widget/controllers/chunk.ts'

describe('code that is fetched later', () => {
  afterEach(() => void vi.useRealTimers())

  it('is fetched once, however many want it at the same time', async () => {
    let fetched = 0
    const steps = new Chunk<object>(
      async () => {
        fetched++
        return {}
      },
      () => undefined,
    )
    await Promise.all([steps.load(false), steps.load(true)])
    await steps.load(true)
    expect(fetched).toBe(1)
    expect(steps.state).toBe('ready')
  })

  it('is fetched again after it failed', async () => {
    const answers = [Promise.reject(new Error('offline')), Promise.resolve({})]
    const states: string[] = []
    const steps: Chunk<object> = new Chunk<object>(
      () => answers.shift() as Promise<object>,
      () => states.push(steps.state),
    )
    await steps.load(true)
    await steps.load(true)
    expect(states).toEqual(['failed', 'waiting', 'ready'])
  })

  it('is late after four seconds, not before, and once, for who waits for it', async () => {
    vi.useFakeTimers()
    const states: string[] = []
    const steps: Chunk<object> = new Chunk<object>(
      () => new Promise(() => {}),
      () => states.push(steps.state),
    )
    void steps.load(false)
    vi.advanceTimersByTime(60_000)
    expect(states).toEqual([])
    void steps.load(true)
    vi.advanceTimersByTime(3_999)
    expect(states).toEqual([])
    vi.advanceTimersByTime(1)
    expect(states).toEqual(['late'])
    void steps.load(true)
    vi.advanceTimersByTime(4_000)
    expect(states).toEqual(['late'])
  })
})
