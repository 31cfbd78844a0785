import { describe, expect, it } from 'vitest'
import { hours, request, setup } from './setup.ts'

interface EventTypeData {
  id: number
  slug: string
  title: string
  lengthInMinutes: number
  description: string
  bookingFields: { slug: string; isDefault: boolean; [more: string]: unknown }[]
  [more: string]: unknown
}

const VERSION = '2024-06-14'
const NEW = { title: 'Новая', slug: 'new', lengthInMinutes: 60 }

/** A simulator with a caller for event types, and the hours one has on the Tuesday. */
function types() {
  const { send, slots, account, sim } = setup()
  const ask = <Data = EventTypeData>(method: string, path = '', body?: unknown, version: string | null = VERSION) =>
    send<Data>(method, `/v2/event-types${path}`, version ?? undefined, body)
  const create = async (more: object = {}) => (await ask('POST', '', { ...NEW, ...more })).body.data
  const refusal = async (more: object, method = 'POST', path = '') => {
    const { status, body } = await ask(method, path, method === 'POST' ? { ...NEW, ...more } : more)
    return [status, body.error.message]
  }
  async function free(id: number) {
    sim.clock.advance(2000)
    return hours(await slots(`eventTypeId=${id}&start=2026-11-24&end=2026-11-24&timeZone=Europe/Moscow`))
  }
  return { ask, create, refusal, free, send, account }
}

describe('an event type', () => {
  it('is listed in the order in which it was made, or the other way round', async () => {
    const { ask } = types()
    const ids = async (query: string) => (await ask<{ id: number }[]>('GET', query)).body.data.map(({ id }) => id)
    expect(await ids('?sortCreatedAt=desc')).toEqual([3, 2, 1])
    expect(await ids('')).toEqual([1, 2, 3])
  })

  it('is listed once made, with Cal.com’s defaults', async () => {
    const { ask, create, free } = types()
    const made = await create({ foo: 1 })
    expect(made).toMatchObject({ ...NEW, id: 4, ownerId: 1, minimumBookingNotice: 120, seats: { disabled: true } })
    expect(made).not.toHaveProperty('foo')
    expect((await ask('GET', '/4')).body.data).toEqual(made)
    expect((await ask<EventTypeData[]>('GET')).body.data.map(({ slug }) => slug)).toContain('new')
    expect(await free(4)).toHaveLength(8)
  })

  it('keeps its slug, but for what could break an address at its start', async () => {
    const { create } = types()
    expect((await create({ slug: ' --._Big Slug!' })).slug).toBe('Big Slug!')
  })

  it('has a slug of its own', async () => {
    const { refusal, create, ask } = types()
    await create()
    expect(await refusal({})).toEqual([400, 'User already has an event type with this slug.'])
    const moved = await ask('PATCH', '/1', { slug: 'new' })
    expect([moved.status, moved.body.error.code]).toEqual([400, 'TRPCError'])
    expect((await ask('PATCH', '/4', { slug: 'new' })).status).toBe(200)
  })

  it('changes by what is sent, and its slots with it', async () => {
    const { ask, create, free } = types()
    const { id } = await create()
    const changed = await ask('PATCH', `/${id}`, { title: 'Другая', hidden: true, description: 'd', foo: 1 })
    expect(changed.body.data).toMatchObject({ ...NEW, title: 'Другая', hidden: true, description: 'd' })
    expect(await free(id)).toEqual(['10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00'])
    await ask('PATCH', `/${id}`, { lengthInMinutes: 240 })
    expect(await free(id)).toEqual(['10:00', '14:00'])
    await ask('PATCH', `/${id}`, { slotInterval: 120 })
    expect(await free(id)).toEqual(['10:00', '12:00', '14:00'])
    // 43 hours from now it is Tuesday, 12:53.
    await ask('PATCH', `/${id}`, { minimumBookingNotice: 43 * 60 })
    expect(await free(id)).toEqual(['13:00'])
  })

  it('keeps its buffers free of other meetings', async () => {
    const { ask, create, free, send } = types()
    const { id } = await create()
    await send('POST', '/v2/bookings', '2024-08-13', { ...request(), start: '2026-11-24T10:00:00Z' })
    expect(await free(id)).toEqual(['10:00', '11:00', '12:00', '14:00', '15:00', '16:00', '17:00'])
    await ask('PATCH', `/${id}`, { beforeEventBuffer: 20, afterEventBuffer: 60 })
    expect(await free(id)).toEqual(['10:00', '11:00', '14:00', '15:00', '16:00', '17:00'])
  })

  it('takes another schedule, and the default again', async () => {
    const { ask, create, free, refusal, send } = types()
    const { id } = await create()
    await send('POST', '/v2/schedules', '2024-06-11', { name: 'x', timeZone: 'Europe/Moscow', isDefault: false })
    expect((await ask('PATCH', `/${id}`, { scheduleId: 2 })).body.data.scheduleId).toBe(2)
    expect((await free(id))[0]).toBe('09:00')
    expect((await ask('PATCH', `/${id}`, { scheduleId: null })).body.data.scheduleId).toBeNull()
    expect((await free(id))[0]).toBe('10:00')
    const message = 'User with ID=1 does not own schedule with ID=7'
    expect(await refusal({ scheduleId: 7 }, 'PATCH', `/${id}`)).toEqual([404, message])
    expect(await refusal({ slug: 'other', scheduleId: 7 })).toEqual([404, message])
  })

  it('is gone once deleted, and its bookings stay', async () => {
    const { ask, free, send } = types()
    await send('POST', '/v2/bookings', '2024-08-13', request({}))
    const { status, body } = await ask('DELETE', '/3')
    expect([status, body.data]).toMatchObject([200, { id: 3, lengthInMinutes: 40, slug: 'delo-40min' }])
    expect((await ask('GET', '/3')).status).toBe(404)
    expect((await send<object[]>('GET', '/v2/bookings', '2024-08-13')).body.data).toHaveLength(1)
    expect((await ask('POST', '', NEW)).body.data.id).toBe(4)
    expect(await free(4)).not.toEqual([])
    const twice = await ask('DELETE', '/3')
    expect([twice.status, twice.body.error.message]).toEqual([404, 'Event type with ID=3 does not exist.'])
  })

  it('that is unknown, or no number, is refused', async () => {
    const { ask, refusal } = types()
    expect(await refusal({ title: 'x' }, 'PATCH', '/77')).toEqual([404, 'Event type with id 77 not found'])
    expect(await refusal({ title: 'x' }, 'PATCH', '/x')).toEqual([
      400,
      'Validation failed (numeric string is expected)',
    ])
    expect((await ask('DELETE', '/x')).status).toBe(500)
  })

  it.each([
    ['POST', ''],
    ['PATCH', '/1'],
    ['DELETE', '/1'],
  ])('is its owner’s alone: %s without a key is 403', async (method, path) => {
    const { send } = types()
    expect((await send(method, `/v2/event-types${path}`, VERSION, undefined, null)).status).toBe(403)
  })

  it('is not written in the old version, which wants a length', async () => {
    const { ask } = types()
    const { status, body } = await ask('POST', '', NEW, null)
    expect(status).toBe(400)
    expect(body.error.details).toMatchObject({
      errors: [
        { target: { title: 'Новая', slug: 'new' }, property: 'length', constraints: { min: expect.any(String) } },
      ],
    })
    expect((await ask('POST', '', { ...NEW, length: 30 }, null)).status).toBe(400)
    expect((await ask('PATCH', '/1', NEW, null)).status).toBe(400)
    expect((await ask('DELETE', '/1', undefined, null)).body.data).toMatchObject({ id: 1, length: 15 })
  })
})

describe('the settings of an event type', () => {
  it.each([
    [{ lengthInMinutesOptions: [60, 90] }, { metadata: { multipleDuration: [60, 90] } }],
    [{ seats: { seatsPerTimeSlot: 3, showAttendeeInfo: true, showAvailabilityCount: false } }, {}],
    [{ confirmationPolicy: { type: 'always', blockUnconfirmedBookingsInBooker: true } }, {}],
    [
      {
        confirmationPolicy: {
          type: 'time',
          noticeThreshold: { unit: 'hours', count: 2 },
          blockUnconfirmedBookingsInBooker: false,
        },
      },
      {},
    ],
    [{ bookingWindow: { type: 'businessDays', value: 3 } }, { bookingWindow: { rolling: false } }],
    [{ bookingWindow: { type: 'range', value: ['2026-12-01', '2026-12-05'] } }, {}],
    [{ recurrence: { interval: 1, occurrences: 4, frequency: 'weekly' } }, {}],
    [{ locations: [{ type: 'address', address: 'Арбат, 1', public: true }, { type: 'attendeePhone' }] }, {}],
    [{ slotInterval: 15, offsetStart: 5, onlyShowFirstAvailableSlot: true, hidden: true }, {}],
    [{ successRedirectUrl: 'https://example.com/ok', requiresBookerEmailVerification: true }, {}],
    [
      {
        color: { lightThemeHex: '#fff', darkThemeHex: '#000' },
        bookingLimitsCount: { day: 2 },
        hideCalendarNotes: true,
      },
      {},
    ],
    [{ disableGuests: true }, {}],
  ])('%o come back as they were sent', async (settings, more) => {
    const { ask, create } = types()
    const expected = { ...settings, ...more }
    const merged = Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [name, mergedWith(value, expected, name)]),
    )
    expect(await create(settings)).toMatchObject({ ...merged, ...more })
    expect((await ask('PATCH', '/1', settings)).body.data).toMatchObject({ ...merged, ...more })
  })

  it('that can be switched off are', async () => {
    const { ask } = types()
    const off = { disabled: true }
    const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: true, showAvailabilityCount: true }
    await ask('PATCH', '/1', { seats, bookingWindow: { type: 'calendarDays', value: 3 } })
    const { body } = await ask('PATCH', '/1', { seats: off, bookingWindow: off, confirmationPolicy: off })
    expect(body.data).toMatchObject({ seats: off, bookingWindow: off, confirmationPolicy: off })
  })

  it.each([
    ['lengthInMinutes', 0, { min: 'lengthInMinutes must not be less than 1' }],
    ['title', 1, { isString: 'title must be a string' }],
    ['hidden', 'no', { isBoolean: 'hidden must be a boolean value' }],
    ['minimumBookingNotice', -1, { min: 'minimumBookingNotice must not be less than 0' }],
    ['lengthInMinutesOptions', [], { arrayNotEmpty: 'lengthInMinutesOptions should not be empty' }],
    ['lengthInMinutesOptions', [5, 5], { arrayUnique: "All lengthInMinutesOptions's elements must be unique" }],
    [
      'lengthInMinutesOptions',
      [0.5],
      {
        min: 'each value in lengthInMinutesOptions must not be less than 1',
        isInt: 'each value in lengthInMinutesOptions must be an integer number',
      },
    ],
    ['bookingWindow', { type: 'x' }, { ValidateBookingWindow: 'Invalid bookingWindow structure.' }],
    [
      'confirmationPolicy',
      { type: 'time' },
      { ConfirmationPolicyValidator: expect.stringMatching(/^Invalid requires/) },
    ],
    ['successRedirectUrl', 'nope', { isUrl: 'successRedirectUrl must be a URL address' }],
  ])('are checked: %s %o', async (property, value, constraints) => {
    const { ask } = types()
    const { status, body } = await ask('PATCH', '/1', { [property]: value, foo: 1 })
    expect(status).toBe(400)
    const target = { [property]: value }
    expect(body.error.details).toEqual({ errors: [{ target, value, property, children: [], constraints }] })
  })

  it('that hold others say what is wrong within', async () => {
    const { ask } = types()
    const seats = { seatsPerTimeSlot: 0, showAttendeeInfo: true, showAvailabilityCount: true }
    const child = {
      ...{ target: seats, value: 0, property: 'seatsPerTimeSlot', children: [] },
      constraints: { min: 'seatsPerTimeSlot must not be less than 1' },
    }
    expect((await ask('PATCH', '/1', { seats })).body.error.details).toEqual({
      errors: [{ target: { seats }, value: seats, property: 'seats', children: [child] }],
    })
  })

  it('go together, or not: seats mean one place and no confirming', async () => {
    const { ask, refusal } = types()
    const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: true, showAvailabilityCount: true }
    const confirmationPolicy = { type: 'always', blockUnconfirmedBookingsInBooker: true }
    const message = 'Seats Validation failed: Seats are enabled but requiresConfirmation is true.'
    expect(await refusal({ seats, confirmationPolicy })).toEqual([400, message])
    await ask('PATCH', '/1', { confirmationPolicy })
    expect(await refusal({ seats }, 'PATCH', '/1')).toEqual([400, message])
    const locations = [{ type: 'attendeePhone' }, { type: 'attendeeDefined' }]
    expect(await refusal({ seats, locations })).toEqual([
      400,
      'Seats Validation failed: Seats are enabled but more than one location provided.',
    ])
  })

  it.each([
    [{ locations: 1 }, "'locations' must be an array."],
    [{ locations: [] }, "'locations' must contain at least 1 location."],
    [{ locations: [{}] }, "Each object in 'locations' must have a 'type' property."],
    [
      { locations: [{ type: 'moon' }] },
      "Unsupported location type 'moon'. Valid types are address, link, integration, and phone.",
    ],
    [
      { locations: [{ type: 'phone', phone: '1', public: true }] },
      'Validation failed for phone location: phone must be a valid phone number',
    ],
    [
      { locations: [{ type: 'link', link: 'x' }] },
      'Validation failed for link location: link must be a URL address, public must be a boolean value',
    ],
    [{ locations: [{ type: 'integration', integration: 'zoom' }] }, 'zoom not connected.'],
    [{ locations: [{ type: 'integration', integration: 'office365-video' }] }, 'msteams not connected.'],
  ])('name places that there are: %o', async (settings, message) => {
    expect(await types().refusal(settings)).toEqual([400, message])
  })
})

function mergedWith(value: unknown, expected: Record<string, unknown>, name: string) {
  return typeof value === 'object' && !Array.isArray(value) ? { ...value, ...Object(expected[name]) } : value
}

describe('the booking fields of an event type', () => {
  const slugs = ({ bookingFields }: EventTypeData) => bookingFields.map(({ slug }) => slug)

  it('of one’s own stand between Cal.com’s', async () => {
    const { create } = types()
    const plain = ['phone', 'address', 'text', 'number', 'textarea', 'multiemail', 'boolean', 'url']
    const choices = ['select', 'multiselect', 'checkbox', 'radio']
    const own = [
      ...plain.map((type) => ({ type, slug: `my-${type}`, label: type, required: true, placeholder: 'p' })),
      ...choices.map((type) => ({ type, slug: `my-${type}`, label: type, required: false, options: ['a', 'b'] })),
    ]
    const made = await create({ bookingFields: own })
    expect(slugs(made)).toEqual([
      ...['name', 'email', 'location'],
      ...own.map(({ slug }) => slug),
      ...['title', 'notes', 'guests', 'rescheduleReason'],
    ])
    const fixed = { isDefault: false, disableOnPrefill: false, hidden: false }
    expect(made.bookingFields.slice(3, 5)).toEqual(own.slice(0, 2).map((field) => ({ ...field, ...fixed })))
    // A box to tick has nowhere to hold a place.
    expect(made.bookingFields.filter((field) => field.placeholder).map(({ type }) => type)).toEqual(
      plain.filter((type) => type !== 'boolean'),
    )
    expect(made.bookingFields.slice(11, 15)).toEqual(own.slice(8).map((field) => ({ ...field, ...fixed })))
  })

  it('of Cal.com’s own are changed where they are sent, and the change replaces all of them', async () => {
    const { ask, create } = types()
    const { id } = await create({ bookingFields: [{ type: 'text', slug: 'topic', label: 'Тема', required: true }] })
    const sent = [
      { type: 'name', label: 'Имя', placeholder: 'Ваше' },
      { slug: 'notes', required: true, label: 'О чём' },
      { slug: 'guests', hidden: true },
    ]
    const { data } = (await ask('PATCH', `/${id}`, { bookingFields: sent })).body
    expect(slugs(data)).not.toContain('topic')
    const by = (slug: string) => data.bookingFields.find((field) => field.slug === slug)
    expect(by('name')).toMatchObject({ ...sent[0], isDefault: true, required: true })
    expect(by('notes')).toMatchObject({ ...sent[1], isDefault: true, type: 'textarea' })
    expect([by('guests')?.hidden, data.disableGuests]).toEqual([true, true])
  })

  it('that are required are asked for', async () => {
    const { create, send } = types()
    const { id } = await create({ bookingFields: [{ type: 'text', slug: 'topic', label: 'Тема', required: true }] })
    const { status, body } = await send('POST', '/v2/bookings', '2024-08-13', { ...request(), eventTypeId: id })
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringMatching(/^Missing required booking field response: topic/),
    ])
  })

  const text = { type: 'text', slug: 'topic', label: 'Тема', required: true }
  it.each([
    [1, "'bookingFields' must be an array."],
    [[], "'bookingFields' must contain at least 1 booking field."],
    [[{ slug: 'x' }], /^All booking fields except ones with slug equal to title, notes, /],
    [[{ type: 'text' }], /^Each booking field except ones with type equal to name, /],
    [[text, text], "Duplicate bookingFields slug 'topic' found. All bookingFields slugs must be unique."],
    [[{ ...text, type: 'dance' }], "Unsupported booking field type 'dance'."],
    [
      [{ type: 'text', slug: 'x' }],
      'Validation failed for text booking field: label must be a string, required must be a boolean value',
    ],
    [[{ ...text, type: 'select' }], 'Validation failed for select booking field: options must be an array'],
    [[{ type: 'email', label: 'Почта' }], /^Booking fields validation failed: visible and required email or /],
  ])('are checked: %o', async (bookingFields, message) => {
    const [status, told] = await types().refusal({ bookingFields })
    expect([status, told]).toEqual([400, typeof message === 'string' ? message : expect.stringMatching(message)])
  })
})
