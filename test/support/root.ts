import { fileURLToPath } from 'node:url'

/** Where the project begins, with a slash at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url))
