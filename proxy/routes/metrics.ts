import { type Context, Hono } from 'hono'
import { isLoopback } from '../address.ts'
import { sinceMs } from '../booking/heart.ts'
import type { Env } from '../deps.ts'
import { isSame } from '../digest.ts'
import { type Family, gauge, toText } from '../metrics/counter.ts'
import { ProblemError } from '../problem.ts'

/** What a proxy adds: then somebody else may be behind this machine's own address. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'cf-connecting-ip']

/** `GET /metrics`, for this machine and for who has the token: numbers alone, as Prometheus reads them. */
export const metrics = new Hono<Env>().get('/metrics', async (c) => {
  if (!(await mayRead(c))) throw new ProblemError('not_found')
  const { heart } = c.var
  const { requests, calls, slots } = heart.metrics
  c.header('cache-control', 'no-store')
  c.header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  return c.body(toText([requests, calls, slots, ...(await gauges(heart))]))
})

async function mayRead(c: Context<Env>): Promise<boolean> {
  const { heart, peer } = c.var
  const token = heart.config.METRICS_TOKEN
  if (token && (await isSame(c.req.header('authorization') ?? '', `Bearer ${token}`))) return true
  return isLoopback(peer(c)) && !FORWARDED.some((name) => c.req.header(name))
}

async function gauges(heart: Env['Variables']['heart']): Promise<Family[]> {
  const { requests, oldestUnfinished, messages, hooks, callsLeft } = await heart.store.figures(
    heart.now().toISOString(),
  )
  const states = Object.entries(requests).map(([state, value]) => ({ labels: { state }, value }))
  const age = oldestUnfinished ? sinceMs(heart, oldestUnfinished) / 1000 : 0
  const one = (name: string, help: string, value: number) => gauge(name, help, [{ value }])
  return [
    gauge('olga_journal_requests', 'Requests in the journal', states),
    one('olga_journal_oldest_unfinished_seconds', 'Age of the oldest request that has not ended', age),
    one('olga_messages_waiting', 'Messages to the owner that have not got through', messages),
    one('olga_webhooks_waiting', 'Webhooks nobody has worked on', hooks),
    one('olga_upstream_calls_left', 'Calls to Cal.com left in the last 60 s', callsLeft),
  ]
}
