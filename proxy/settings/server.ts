import { z } from 'zod'
import { FORMS, readAddress } from '../store/address.ts'
import { list, Secret, whole } from './kinds.ts'

const MISSING = 'is missing: make one with "openssl rand -base64 32"'

/** Where the proxy keeps things and how it is reached. */
export const serverSettings = {
  PORT: whole(0, 65_535, 'must be a port').default(8787),
  /** Where the journal is: a file, or `postgres://…` for several instances. Workers have D1 instead. */
  DATABASE_URL: z
    .string()
    .trim()
    .refine((url) => readAddress(url) !== undefined, FORMS)
    .default('file:data/olga.db'),
  /** What tokens and digests are made with, the newest first; older ones still open what they signed. */
  SECRET: z.string(MISSING).transform(list).pipe(z.array(Secret).min(1, MISSING)),
  /** How long the journal keeps a request after its meeting, in days. */
  RETENTION_DAYS: whole(1, 3650, 'must be 1 to 3650').default(365),
  /** How many proxies of ours stand in front, each adding to `X-Forwarded-For`; 0: the header is anybody's word. */
  TRUST_PROXY: whole(0, 10, 'must be 0 to 10').default(0),
  /** Whoever has it may read `/metrics` from elsewhere. */
  METRICS_TOKEN: Secret.optional(),
}
