import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { Channel } from '../../../proxy/notify/channel.ts'
import { telegramChannel } from '../../../proxy/notify/telegram.ts'
import { webhookChannel } from '../../../proxy/notify/webhook.ts'
import { record, serving, telling, UNTOLD } from './setup.ts'

const TOKEN = '123456:ABC-secret_token'

interface Heard {
  path: string
  type: string | undefined
  body: unknown
}

/** A real listener that answers as it is told, in turn, and then 200. */
async function listener(...statuses: number[]) {
  const heard: Heard[] = []
  const app = new Hono().all('*', async (c) => {
    const status = statuses.shift() ?? 200
    heard.push({ path: c.req.path, type: c.req.header('content-type'), body: await c.req.json().catch(() => null) })
    if (status === 0) return new Promise<Response>(() => {})
    if (status === 302) return c.redirect('/elsewhere', 302)
    return c.json({ description: 'no: maria@example.com' }, status as 200)
  })
  return { heard, ...(await serving(app)) }
}

const CHANNELS: [string, (url: string) => Channel][] = [
  ['a webhook', (url) => webhookChannel(`${url}/hook?key=secret`, fetch)],
  ['Telegram', (baseUrl) => telegramChannel({ token: TOKEN, chat: '-100200', fetch, baseUrl })],
]

describe.each(CHANNELS)('%s', (_, channelAt) => {
  async function toldBy(statuses: number[], timeoutMs?: number) {
    const server = await listener(...statuses)
    const all = await telling([channelAt(server.url)], timeoutMs ? { timeoutMs } : {})
    await all.notify.tell('queued', await record(all.store))
    return { ...server, ...all }
  }

  it('is told, in JSON', async () => {
    const { heard, notify, log, close } = await toldBy([])
    await notify.work()
    await close()
    expect(log).toEqual([])
    expect(heard).toMatchObject([{ type: 'application/json' }])
    expect(JSON.stringify(heard)).toContain('Мария, среда, 25 ноября, 10:00 (Москва)')
    expect(JSON.stringify(heard)).not.toMatch(UNTOLD)
  })

  it.each([400, 403, 429, 500])('is told again when it answers %i', async (status) => {
    const { heard, notify, pass, log, close } = await toldBy([status])
    await notify.work()
    expect(log).toMatchObject([{ cause: `status ${status}` }])
    pass(1)
    await notify.work()
    await notify.work()
    await close()
    expect(heard).toHaveLength(2)
    expect(log).toHaveLength(1)
  })

  it('leads nobody elsewhere', async () => {
    const { heard, notify, log, close } = await toldBy([302])
    await notify.work()
    await close()
    expect(heard.map(({ path }) => path)).not.toContain('/elsewhere')
    expect(log).toMatchObject([{ cause: 'status 302' }])
  })

  it('is given up when it hangs, and told again', async () => {
    const { heard, notify, pass, log, close } = await toldBy([0], 300)
    await notify.work()
    expect(log).toHaveLength(1)
    pass(1)
    await notify.work()
    await close()
    expect(heard).toHaveLength(2)
    expect(log).toHaveLength(1)
  })

  it('may be away; no log has its address, which is a secret', async () => {
    const { notify, log, close } = await toldBy([])
    await close()
    await notify.work()
    expect(log).toMatchObject([{ cause: 'no answer' }])
    expect(JSON.stringify(log)).not.toMatch(/secret|127\.0\.0\.1/)
  })
})

describe('a webhook', () => {
  it('gets what a program wants to know', async () => {
    const { url, heard, close } = await listener()
    const { store, notify } = await telling([webhookChannel(`${url}/hook`, fetch)])
    await notify.tell('refused', await record(store, { state: 'refused', code: 'slot_taken' }))
    await notify.work()
    await close()
    expect(heard).toEqual([
      {
        path: '/hook',
        type: 'application/json',
        body: {
          kind: 'refused',
          ref: 'ABCD2345',
          text: expect.stringContaining('это время успели занять'),
          event: 'delo-40min',
          start: '2026-11-25T07:00:00.000Z',
          name: 'Мария',
        },
      },
    ])
  })
})

describe('Telegram', () => {
  it('gets plain text for its chat', async () => {
    const { url, heard, close } = await listener()
    const { store, notify } = await telling([telegramChannel({ token: TOKEN, chat: '@olga', fetch, baseUrl: url })])
    await notify.tell('queued', await record(store))
    await notify.work()
    await close()
    expect(heard).toEqual([
      {
        path: `/bot${TOKEN}/sendMessage`,
        type: 'application/json',
        body: { chat_id: '@olga', text: expect.stringContaining('Заявка ABCD2345') },
      },
    ])
  })
})
