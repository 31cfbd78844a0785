import { describe, expect, it } from 'vitest'
import { type Recording, readRecording } from '../../support/recording.ts'
import { reasonFor } from './left-out.ts'
import { createReplay } from './replay.ts'

function replay(recording: Recording) {
  const { lines } = recording
  const differenceAt = createReplay(recording)

  it.each(lines.filter(({ name }) => !reasonFor(name)))('$name', async (line) => {
    expect(await differenceAt(line)).toBeUndefined()
  })

  it.each(lines.filter(({ name }) => reasonFor(name)))('$name is left out, and does differ', async (line) => {
    expect(await differenceAt(line)).toBeDefined()
  })
}

describe('answers as the recorded Cal.com did', () => {
  const recording = readRecording()
  if (recording) return replay(recording)
  it('has nothing to replay', () => {
    console.log('The recordings of Cal.com (../shared/calcom) are not there: their replay was left out.')
  })
})
