import { Hono } from 'hono'
import type { Account, User } from '../account.ts'
import { type Core, type Env, success } from '../core.ts'
import { readChange } from '../http/body.ts'
import {
  all,
  aNumber,
  anEnum,
  anObject,
  aString,
  aTimeZone,
  aUrl,
  isObject,
  oneOf,
  optional,
  type Rules,
} from '../http/check.ts'
import { guard } from '../http/guard.ts'
import { LANGUAGES } from '../languages.ts'
import { DAYS } from '../schedule/hours.ts'

const CHANGE: Rules = {
  email: optional(aString),
  name: optional(aString),
  timeFormat: optional(oneOf([12, 24])),
  defaultScheduleId: optional(aNumber),
  weekStart: optional(all(oneOf(DAYS), aString)),
  timeZone: optional(aTimeZone),
  locale: optional(anEnum(LANGUAGES)),
  avatarUrl: optional(aUrl),
  bio: optional(aString),
  metadata: optional(anObject),
}

const NULLABLE = ['avatarUrl', 'bio', 'defaultScheduleId']

/** `/v2/me`, in every version. */
export function me(core: Core) {
  const { account } = core
  const key = guard(core, 'key')
  return new Hono<Env>()
    .get('/v2/me', key, (c) => c.json(success(meView(account))))
    .patch('/v2/me', key, (c) => {
      change(account, readChange(capitalized(c.get('body')), CHANGE, NULLABLE))
      return c.json(success(meView(account)))
    })
}

function meView({ user }: Account) {
  const { id, email, name, avatarUrl, bio, timeFormat, defaultScheduleId } = user
  const { weekStart, timeZone, username, organizationId } = user
  const shown = { id, email, name, avatarUrl, bio, timeFormat, defaultScheduleId, weekStart, timeZone, username }
  return { ...shown, organizationId }
}

/** The default schedule moves with its owner; language and metadata are taken and never shown. */
function change({ user, schedules }: Account, change: Partial<User> & { locale?: string; metadata?: object }) {
  const { locale: _, metadata: __, ...shown } = change
  Object.assign(user, shown)
  const schedule = schedules.find(({ id }) => id === user.defaultScheduleId)
  if (schedule && change.timeZone) schedule.timeZone = change.timeZone
}

/** `europe/moscow` is taken for `Europe/Moscow`. */
function capitalized(body: unknown) {
  if (!isObject(body) || typeof body.timeZone !== 'string') return body
  const timeZone = body.timeZone.toLowerCase().replace(/(^|[/_])[a-z]/g, (first) => first.toUpperCase())
  return { ...body, timeZone: timeZone.replace(/\b(gmt|est|utc)\b/gi, (name) => name.toUpperCase()) }
}
