import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../../support/root.ts'
import type { Orders } from './orders.ts'

/** A proxy process that answers. */
export interface Instance {
  url: string
  /** Settles when it has ended: with the signal that ended it, or `code 1`. */
  ended: Promise<string>
  /** SIGKILL: it has no time for anything. */
  kill(): Promise<void>
}

export interface Fleet {
  start(env: Record<string, string>, orders: Orders): Promise<Instance>
  /** Ends every process that is left. */
  close(): Promise<void>
}

/** Proxy processes of one program, which is put together once, so that each starts quickly. */
export async function createFleet(): Promise<Fleet> {
  // Beneath the packages: what is not bundled is found from there.
  const folder = await mkdtemp(join(root, 'node_modules', '.bench-'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['libsql', 'pg'] },
    build: {
      ssr: 'test/bench/fleet/instance.ts',
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'instance.mjs' } },
    },
  })
  const running = new Set<Instance>()
  return {
    async start(env, orders) {
      const instance = await startInstance(join(folder, 'instance.mjs'), env, orders)
      running.add(instance)
      instance.ended.then(() => running.delete(instance))
      return instance
    },
    async close() {
      await Promise.all([...running].map((instance) => instance.kill()))
      await rm(folder, { recursive: true })
    },
  }
}

async function startInstance(file: string, env: Record<string, string>, orders: Orders): Promise<Instance> {
  const child = fork(file, { execArgv: [], env: { ...process.env, ...env, ORDERS: JSON.stringify(orders) } })
  const ended = once(child, 'exit').then(([code, signal]) => signal ?? `code ${code}`)
  const port = await Promise.race([portOf(child), ended])
  // One that ends itself as soon as it begins to work has no address, but it did begin.
  if (typeof port === 'string' && port !== 'SIGKILL') throw new Error(`A proxy process ended with ${port}`)
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { url: `http://127.0.0.1:${typeof port === 'number' ? port : CLOSED}`, ended, kill }
}

/** Where nobody listens: what an instance answers at that is no more. */
const CLOSED = 9

const portOf = async (child: ChildProcess) => (await once(child, 'message'))[0] as number
