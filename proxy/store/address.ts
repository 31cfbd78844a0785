/** Where a database is. */
export type Address = { engine: 'postgres'; url: string } | { engine: 'sqlite'; file: string }

/** What `DATABASE_URL` may look like, for an error. */
export const FORMS = 'must be a file, like file:data/olga.db, or like postgres://user:password@host/database'

/**
 * Reads `DATABASE_URL`: `postgres://…` or `postgresql://…`; `file:…`, a path, or `:memory:`. `undefined` for anything
 * else. Opens nothing.
 */
export function readAddress(text: string): Address | undefined {
  if (/^postgres(ql)?:\/\//.test(text)) return URL.canParse(text) ? { engine: 'postgres', url: text } : undefined
  const file = text.replace(/^file:(\/\/(?=\/))?/, '')
  // A scheme that is none of these; one letter is a drive. Parameters would become a part of the name.
  if (!file || /^[a-z][a-z\d+.-]+:|[?#\0]|^\/\/|\/$/i.test(file)) return undefined
  return { engine: 'sqlite', file }
}
