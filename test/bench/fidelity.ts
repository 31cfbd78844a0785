import { parseArgs } from 'node:util'
import { reasonFor } from '../demo/simulator/left-out.ts'
import { createReplay } from '../demo/simulator/replay.ts'
import { linesBeside } from '../demo/simulator/session.ts'
import { readRecording } from '../support/recording.ts'

/**
 * `npm run fidelity`: how many recorded answers of Cal.com the simulator gives, and what the others differ in.
 * `--json` prints one line; `--file` takes another recording of the same form. If it is of the same session as the one
 * at hand, that one's lines help to tell what the account held.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean' }, file: { type: 'string' } } })

const recording = readRecording(values.file)
if (!recording) {
  console.error(`There is no recording at ${values.file ?? '../shared/calcom/exchanges.jsonl'}.`)
  process.exit(1)
}

const known = values.file === undefined ? [] : (readRecording()?.lines ?? [])
const differenceAt = createReplay(recording, linesBeside(recording, known))
const differing: string[] = []
for (const line of recording.lines) {
  const difference = await differenceAt(line)
  if (difference !== undefined) differing.push(`  ${line.name}\n    ${reasonFor(line.name) ?? difference}`)
}

const lines = recording.lines.length
const matched = lines - differing.length
if (values.json) {
  console.log(JSON.stringify({ lines, matched }))
} else {
  console.log(`lines    ${lines}\nmatched  ${matched}\nshare    ${((100 * matched) / lines).toFixed(1)} %`)
  if (differing.length > 0) console.log(['', 'Not as recorded:', ...differing].join('\n'))
}
