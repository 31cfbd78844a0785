/** The database cannot be used: says why in words for the owner, and never what stands in `DATABASE_URL`. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'

  constructor(why: string, options?: ErrorOptions) {
    super(`DATABASE_URL: the database ${why}.`, options)
  }
}

/** Codes of PostgreSQL, of SQLite and of the system, and what they mean. */
const WORDS: Record<string, string> = {
  '28000': 'does not let this user in',
  '28P01': 'does not take this user and password',
  '3D000': 'does not exist on the server',
  '42501': 'does not let this user make its tables',
  '53300': 'has no connection left',
  ECONNREFUSED: 'does not answer: nothing listens there',
  ENOTFOUND: 'does not answer: there is no server of that name',
  ETIMEDOUT: 'does not answer in time',
  SQLITE_NOTADB: 'is no database of SQLite: the file holds something else',
  SQLITE_BUSY: 'is locked by another program',
  SQLITE_READONLY: 'may be read only',
}

/** Why a database could not be opened. */
export function explained(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error
  const code = codeOf(error)
  const words = WORDS[code ?? ''] ?? 'cannot be opened'
  return new DatabaseError(code ? `${words} (${code})` : words, { cause: error })
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
