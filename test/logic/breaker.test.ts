import { describe, expect, it } from 'vitest'
import { afterwards, beforehand, type Circuit, CLOSED, type End } from '../../proxy/breaker.ts'

const NOW = 1_000_000

/** The circuit after so many calls, one after another. */
const circuitAfter = (...ends: End[]) => ends.reduce<Circuit>((circuit, end) => afterwards(circuit, end, NOW), CLOSED)

const FOUR: End[] = ['failed', 'failed', 'failed', 'failed']

describe('the circuit to Cal.com', () => {
  it('is open for 15 seconds after five failures in a row', () => {
    const circuit = circuitAfter(...FOUR, 'failed')
    expect(circuit).toEqual({ is: 'open', until: NOW + 15_000 })
    expect(beforehand(circuit, NOW + 14_999)).toBeUndefined()
  })

  it('stays closed when an answer came between them, even a refusal', () => {
    expect(circuitAfter(...FOUR, 'answered', ...FOUR).is).toBe('closed')
  })

  it('does not count what was not sent', () => {
    expect(circuitAfter(...FOUR, 'unsent', 'unsent').is).toBe('closed')
  })

  it('lets one call through then, and no other beside it', () => {
    const probing = beforehand(circuitAfter(...FOUR, 'failed'), NOW + 15_000)
    expect(probing).toEqual({ is: 'probing', until: NOW + 30_000 })
    expect(probing && beforehand(probing, NOW + 29_999)).toBeUndefined()
  })

  it.each([
    ['answered', { is: 'closed', failures: 0 }],
    ['failed', { is: 'open', until: NOW + 15_000 }],
    ['unsent', { is: 'open', until: NOW }],
  ] as const)('goes by how that one ends: %s', (end, then) => {
    expect(afterwards({ is: 'probing', until: NOW + 15_000 }, end, NOW)).toEqual(then)
  })

  it('is not open for longer because calls fail that were under way', () => {
    expect(afterwards({ is: 'open', until: NOW + 1 }, 'failed', NOW)).toEqual({ is: 'open', until: NOW + 1 })
  })
})
