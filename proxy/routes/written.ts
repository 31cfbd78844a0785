import type { Context } from 'hono'
import { sha256 } from '../digest.ts'

/** An answer for everybody, as it goes out: written once, given to many. */
export interface Written {
  body: string
  headers: Record<string, string> & { etag: string }
}

/** Writes an answer that any page may read, and keep as `cacheControl` says. */
export async function write(answer: object, cacheControl: string): Promise<Written> {
  const body = JSON.stringify(answer)
  const headers = {
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'cache-control': cacheControl,
    etag: `"${(await sha256(body)).slice(0, 32)}"`,
  }
  return { body, headers }
}

/** Gives it, or 304 to who has it. By hand, since `hono/etag` would read and hash each answer anew. */
export function give(c: Context, { body, headers }: Written): Response {
  const has = c.req.header('if-none-match')?.includes(headers.etag)
  return has ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}
