import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createJournal } from '../../../../proxy/cli/journal/program.ts'
import { sqliteStore } from '../../../../proxy/store/sqlite.node.ts'
import type { Changes, NewEntry } from '../../../../proxy/store/store.ts'
import { entry } from '../../../support/entries.ts'
import type { Ran } from '../setup.ts'

export const NOW = '2026-11-22T12:00:00Z'

/** What must never be seen, in every column that has such. */
export const SECRET = 'hidden0123456789'

interface SetupOptions {
  requests?: { entry: Partial<NewEntry>; changes?: Changes }[]
  env?: Record<string, string>
  /** What the person says to a question; absent: nobody sits there. */
  answer?: string
  isTTY?: boolean
}

/** The journal's command line in this process, over a real file in a folder of its own. */
export async function setup({ requests = REQUESTS, env = {}, answer, isTTY = false }: SetupOptions = {}) {
  const cwd = await mkdtemp(join(tmpdir(), 'journal-'))
  onTestFinished(() => rm(cwd, { recursive: true }))
  const store = await sqliteStore(join(cwd, 'data', 'olga.db'))
  onTestFinished(() => store.close())
  for (const { entry: given, changes } of requests) {
    const made = entry({ keyHash: `${SECRET}${given.ref}`, bodyHash: SECRET, mark: SECRET, address: SECRET, ...given })
    await store.journal.record(made)
    if (changes) await store.journal.change({ ref: made.ref, version: 0 }, changes, made.createdAt)
  }
  const asked: string[] = []

  async function run(...argv: string[]): Promise<Ran> {
    const said = { stdout: '', stderr: '' }
    const screen = (name: 'stdout' | 'stderr') => ({
      write: async (text: string) => {
        said[name] += text
      },
      isTTY,
    })
    const ask = async (question: string) => {
      asked.push(question)
      return answer ?? ''
    }
    const io = { env, cwd, fetch, stdout: screen('stdout'), stderr: screen('stderr'), now: () => new Date(NOW) }
    const code = await createJournal({ ...io, ...(answer !== undefined && { ask }) }).run(argv)
    return { code, ...said }
  }

  /** Runs a command with `--json`, which must succeed, and reads what it says. */
  async function json(...argv: string[]) {
    const { code, stdout, stderr } = await run(...argv, '--json')
    if (code !== 0) throw new Error(`journal ${argv.join(' ')} ended with ${code}: ${stderr}`)
    return JSON.parse(stdout)
  }

  return { run, json, store, cwd, asked }
}

const wish = (answers: object) =>
  JSON.stringify({ answers, timeZone: 'Europe/Moscow', lang: 'ru', metadata: {}, minutes: 40, hold: SECRET })

/** Ivan, who is booked and wants it moved; Maria, who waits; Pyotr, who was too late. */
export const REQUESTS: { entry: Partial<NewEntry>; changes?: Changes }[] = [
  {
    entry: {
      ...{ ref: 'K7M2PQRS', createdAt: '2026-11-20T09:15:00.000Z', consentAt: '2026-11-20T09:14:30.000Z' },
      wish: wish({ name: 'Иван Петров', email: 'ivan@example.com', guests: ['maria@example.com'] }),
    },
    changes: { state: 'confirmed', standing: 'accepted', uid: SECRET, icsUid: SECRET, attempts: 1, dueAt: null },
  },
  {
    entry: {
      ...{ ref: 'M3N4P5Q6', action: 'move', of: 'K7M2PQRS', createdAt: '2026-11-21T08:00:00.000Z' },
      ...{ start: '2026-11-26T07:00:00.000Z', end: '2026-11-26T07:40:00.000Z', email: null, phone: null, wish: null },
    },
    changes: { state: 'refused', code: 'slot_taken', dueAt: null },
  },
  {
    entry: {
      ...{ ref: 'W8X9Y2Z3', createdAt: '2026-11-21T18:40:00.000Z', email: null, phone: '+79160000001' },
      ...{ start: '2026-11-27T12:20:00.000Z', end: '2026-11-27T13:00:00.000Z' },
      wish: wish({ name: { firstName: 'Мария', lastName: 'Иванова' } }),
    },
    changes: { state: 'queued', attempts: 2 },
  },
]
