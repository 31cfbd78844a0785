import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { KEYS_PAGE, UsageError } from './errors.ts'

const FILE = '.gates/calcom/credentials.json'

const Key = z
  .string()
  .trim()
  .regex(/^[!-~]+$/)
const Credentials = z
  .union([z.object({ api_key: Key }), z.object({ apiKey: Key })])
  .transform((found) => ('api_key' in found ? found.api_key : found.apiKey))

/** A key, and where it was found. */
export interface Found {
  apiKey: string
  /** `CAL_API_KEY`, or the name of the file. */
  source: string
}

interface Places {
  env: Record<string, string | undefined>
  cwd: string
  /** The file of `--credentials`. */
  file?: string | undefined
}

/** The key: of the named file, else of `CAL_API_KEY`, else of `.gates/calcom/credentials.json`. Throws `UsageError`. */
export async function findKey({ env, cwd, file }: Places): Promise<Found> {
  if (file !== undefined) return { apiKey: await readKey(cwd, file), source: file }
  const variable = env.CAL_API_KEY?.trim()
  if (!variable) return { apiKey: await readKey(cwd, FILE, NO_KEY), source: FILE }
  if (!Key.safeParse(variable).success) throw new UsageError('CAL_API_KEY must be a key, without spaces.')
  return { apiKey: variable, source: 'CAL_API_KEY' }
}

const NO_KEY = `There is no key. Make one at ${KEYS_PAGE} and either set CAL_API_KEY,
or write {"api_key": "cal_live_…"} to ${FILE} and run: chmod 600 ${FILE}`

async function readKey(cwd: string, file: string, missing = `There is no file ${file}.`): Promise<string> {
  const parsed = Credentials.safeParse(parseJson(await readPrivate(resolve(cwd, file), file, missing)))
  if (parsed.success) return parsed.data
  throw new UsageError(`${file} must be JSON like {"api_key": "cal_live_…"}.`)
}

/** Looks at the very file it then reads, so that nobody changes it in between. */
async function readPrivate(path: string, file: string, missing: string): Promise<string> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(error.code === 'ENOENT' ? missing : `${file} cannot be read (${error.code}).`)
  })
  try {
    const found = await handle.stat()
    if (!found.isFile()) throw new UsageError(`${file} is no file.`)
    // Windows has no such bits and shows them all.
    if (process.platform !== 'win32' && found.mode & 0o077) {
      throw new UsageError(`Others may read ${file}, and it holds a key. Run: chmod 600 ${file}`)
    }
    return await handle.readFile('utf8').catch(({ code }: NodeJS.ErrnoException) => {
      throw new UsageError(`${file} cannot be read (${code}).`)
    })
  } finally {
    await handle.close()
  }
}

function parseJson(text: string): unknown {
  try {
    // Editors on Windows begin a file with a mark of its encoding.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Where Cal.com's API is; `undefined`: where it always is. A key never goes over plain http but to this machine. */
export function readBaseUrl({ CAL_API_URL }: Record<string, string | undefined>): string | undefined {
  const text = CAL_API_URL?.trim()
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname))
  if (!url || !isSafe) throw new UsageError('CAL_API_URL must be https://…; plain http only on this machine.')
  return url.href.replace(/\/$/, '')
}
