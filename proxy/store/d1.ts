import { D1Dialect } from 'kysely-d1'
import { openStore } from './sql/index.ts'

/** A store in Cloudflare's D1, for Workers. */
export function d1Store(database: ConstructorParameters<typeof D1Dialect>[0]['database']) {
  return openStore(new D1Dialect({ database }), 'sqlite')
}
