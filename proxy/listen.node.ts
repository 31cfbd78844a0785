import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

/** A server that listens. */
export interface Listening {
  port: number
  /** Takes no more connections, and waits for what is under way. */
  drain(): Promise<void>
  /** Cuts off whoever is still there. */
  close(): Promise<void>
}

/**
 * Listens (port 0: a free one; without `hostname`: on every interface); rejects in plain words when the port is taken.
 */
export function listen(app: Pick<Hono, 'fetch'>, port: number, hostname?: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, ...(hostname && { hostname }) }, (info: AddressInfo) => {
      const drain = () => new Promise<void>((closed) => void server.close(() => closed()))
      const close = () => {
        const closed = drain()
        if ('closeAllConnections' in server) server.closeAllConnections()
        return closed
      }
      resolve({ port: info.port, drain, close })
    })
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const isTaken = cause.code === 'EADDRINUSE'
      reject(isTaken ? new Error(`PORT: ${port} is taken, name another one`, { cause }) : cause)
    })
  })
}
