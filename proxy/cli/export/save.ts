import { rmSync } from 'node:fs'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { UsageError } from '../errors.ts'

/**
 * Writes a file as a whole or not at all: beside it first, then under its name. Only its owner may read it. Throws
 * `UsageError` where it cannot be written, and whatever `chunks` throws.
 */
export async function saveAs(cwd: string, path: string, chunks: AsyncIterable<string>): Promise<void> {
  const target = await targetOf(cwd, path)
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}`)
  const leave = () => {
    rmSync(draft, { force: true })
    process.exit(130)
  }
  process.once('SIGINT', leave)
  try {
    const file = await open(draft, 'wx', 0o600)
    await pipeline(chunks, file.createWriteStream({ flush: true }))
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true })
    throw isOfFile(error) ? new UsageError(`${path} cannot be written (${error.code}).`) : error
  } finally {
    process.off('SIGINT', leave)
  }
}

/** Where a link leads to; a folder or a device must not be replaced by a file. */
async function targetOf(cwd: string, path: string): Promise<string> {
  const target = await realpath(resolve(cwd, path)).catch(() => resolve(cwd, path))
  const found = await stat(target).catch(() => undefined)
  if (found && !found.isFile()) throw new UsageError(`${path} is no file.`)
  return target
}

const isOfFile = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error
