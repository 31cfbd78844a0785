import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of the first of these programs that is installed. */
export function installed(names: string[], { PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  const folders = PATH.split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/** The path that a variable names, which must be there. */
export function named(variable: string, env: NodeJS.ProcessEnv): string | undefined {
  const path = env[variable]
  if (path && !existsSync(path)) throw new Error(`${variable} names a file that does not exist: ${path}`)
  return path || undefined
}
