import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A line to a server that can fall silent, both ways and without a word, and be mended. */
export async function silenceable(to: URL) {
  const sockets: Socket[] = []
  let isSilent = false
  const pass = (from: Socket, into: Socket) => {
    from.on('data', (data) => void (isSilent || into.write(data)))
    from.on('error', () => into.destroy()).on('close', () => into.destroy())
  }
  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname)
    sockets.push(near, far)
    pass(near, far)
    pass(far, near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const url = new URL(to)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    silence: (silent: boolean) => {
      isSilent = silent
    },
  }
}
