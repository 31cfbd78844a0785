import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Account, olga, booking as stored } from '../../../demo/simulator/index.ts'
import { root } from '../../support/root.ts'
import { setup as setUpJournal } from './journal/setup.ts'
import { type Ran, setup } from './setup.ts'
import { words } from './words.ts'

/** Olga's account as the README meets it: two who come, and the proxy told of it. */
function account(): Account {
  const maria = { name: 'Мария Иванова', email: 'maria@example.com', timeZone: 'Asia/Omsk', language: 'ru' }
  return {
    ...olga(),
    bookings: [
      stored({ id: 1, uid: 'thLa8sDCyQjhoGjth5a517', start: '2026-11-24T07:00:00Z' }),
      stored({ id: 2, uid: 'w2v5CfgdfGRZQj7aYPsjfD', start: '2026-11-25T11:40:00Z', attendees: [maria] }),
    ],
  }
}

/** The programs that the README runs. */
type Programs = Record<string, (...argv: string[]) => Promise<Ran>>

/** A block of commands, `$ gate …`, each with what it prints. */
const BLOCK = /(?<=^```console\n).*?(?=^```$)/gms

/** The same block with what its commands print now. */
async function rerun(block: string, programs: Programs): Promise<string> {
  let code = 0
  const lines: string[] = []
  for (const [, command = ''] of block.matchAll(/^\$ (.*)$/gm)) {
    lines.push(`$ ${command}`)
    if (command === 'echo $?') {
      lines.push(String(code))
      continue
    }
    const [program, ...argv] = words(command)
    const run = programs[program ?? '']
    if (!run) throw new Error(`The README runs ${program}`)
    const said = await run(...argv)
    code = said.code
    const text = `${said.stdout}${said.stderr}`.trimEnd()
    if (text) lines.push(...text.split('\n'))
  }
  return `${lines.join('\n')}\n`
}

// When it differs: `npm run readme` writes what the commands print now, for the eye to judge.
it('is as the README shows it', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const gate = await setup({ account: account() })
  const { run: journal } = await setUpJournal()
  const blocks = readme.match(BLOCK) ?? []
  expect(blocks.length).toBeGreaterThan(3)
  let renewed = readme
  for (const block of blocks) {
    const now = (await rerun(block, { gate: gate.run, journal })).replaceAll(gate.url, 'https://api.cal.com')
    renewed = renewed.replace(block, () => now)
  }
  await expect(renewed).toMatchFileSnapshot(join(root, 'README.md'))
})
