import { describe, expect, it } from 'vitest'
import type { EventTypeSeed } from '../../../demo/simulator/index.ts'
import { type BookingData, setup } from './setup.ts'

const message = async (over: object, types: EventTypeSeed[] = []) => {
  const { status, body } = await setup({ types }).book(over)
  return status === 201 ? 'booked' : `${status} ${body.error.message}`
}

const wrong = (property: string, text: string) => `400 ${property} property is wrong,${text} `

describe('the body of a booking', () => {
  it.each([
    ['an unknown property', { foo: 1 }, wrong('foo', 'property foo should not exist')],
    ['an event type by text', { eventTypeId: '3' }, wrong('eventTypeId', 'eventTypeId must be an integer number')],
    ['no start', { start: undefined }, wrong('start', 'start must be a valid ISO 8601 date string')],
    [
      'guests that are none',
      { guests: 'g@example.com' },
      wrong('guests', 'each value in guests must be a string, guests must be an array'),
    ],
    [
      'a length of nothing',
      { lengthInMinutes: 0 },
      wrong('lengthInMinutes', 'lengthInMinutes must not be less than 1'),
    ],
    [
      'answers that are none',
      { bookingFieldsResponses: 'x' },
      wrong('bookingFieldsResponses', 'bookingFieldsResponses must be an object'),
    ],
    [
      'too few repetitions',
      { recurrenceCount: 0 },
      wrong('recurrenceCount', 'recurrenceCount must not be less than 1'),
    ],
    [
      'a team that is none',
      { eventTypeId: undefined, eventTypeSlug: 'delo-40min', teamSlug: 't' },
      '404 Team with slug t not found',
    ],
    ['an unknown event type', { eventTypeId: 77 }, '404 Event type with id 77 not found.'],
    [
      'no event type',
      { eventTypeId: undefined },
      wrong(
        'eventTypeId or eventTypeSlug + username',
        'Either eventTypeId or eventTypeSlug + username or eventTypeSlug + teamSlug must be provided',
      ),
    ],
    [
      'two faults',
      { start: 'x', foo: 1 },
      `${wrong('foo', 'property foo should not exist')}, start property is wrong,start must be a valid ISO 8601 date string `,
    ],
  ])('with %s is refused', async (_, over, expected) => {
    expect(await message(over)).toBe(expected)
  })

  it.each([
    ['no name', { name: undefined }, 'name property is wrong,name must be a string '],
    ['no zone', { timeZone: undefined }, 'timeZone property is wrong,timeZone must be a valid IANA time-zone '],
    ['something unknown', { phone: '+7' }, 'phone property is wrong,property phone should not exist '],
    [
      'no address and no phone',
      { email: '' },
      'attendee email or phone property is wrong,Attendee must have at least one contact method (email or phone number) ',
    ],
  ])('with %s of the attendee is refused', async (_, attendee, expected) => {
    expect(await message({ attendee })).toBe(`400 attendee property is wrong, ${expected}`)
  })

  it.each([
    ['51 keys', Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, 'v']))],
    ['a key of 41', { ['k'.repeat(41)]: 'v' }],
    ['a value of 501', { k: 'v'.repeat(501) }],
    ['something deep', { k: {} }],
  ])('with metadata of %s is refused', async (_, metadata) => {
    expect(await message({ metadata })).toMatch(/^400 metadata property is wrong,Metadata must have at most 50 keys/)
  })

  it('may ask for repetitions where there are none', async () => {
    expect(await message({ recurrenceCount: 3 })).toBe('booked')
  })

  it('may hold metadata up to the brim', async () => {
    expect(await message({ metadata: { ['k'.repeat(40)]: 'v'.repeat(500), n: 1, b: true } })).toBe('booked')
  })

  it('that is no JSON is refused before it is counted', async () => {
    const { send } = setup()
    const { status, body, headers } = await send('POST', '/v2/bookings', '2024-08-13', '{"start":')
    expect([status, body.error.message]).toEqual([400, 'Unexpected end of JSON input'])
    expect(headers.has('x-ratelimit-remaining-default')).toBe(false)
  })
})

describe("Cal.com's own fields", () => {
  it.each([
    [{ attendee: { name: '' } }, '{name}error_required_field'],
    [{ attendee: { email: 'ivan' } }, '{email}email_validation_error'],
    [{ attendee: { email: undefined, phoneNumber: '+79161234567' } }, '{email}error_required_field'],
    [{ attendee: { name: '' }, guests: ['nope'] }, '{name}error_required_field'],
    [
      { attendee: { email: 'ivan' }, guests: ['nope'] },
      '{email}email_validation_error, responses - {guests}email_validation_error',
    ],
    [{ guests: ['nope'] }, '{guests}email_validation_error'],
    [{ guests: ['a@example.com', 'a@example.com'] }, '{guests}duplicate_email'],
  ])('%j is refused without details', async (over, complaint) => {
    const { status, body } = await setup().book(over)
    expect(status).toBe(400)
    expect(body.error).toEqual({ code: 'BAD_REQUEST', message: `responses - ${complaint}, ` })
  })

  it('do not look at a phone number nobody asked for', async () => {
    expect(await message({ attendee: { phoneNumber: '123' } })).toBe('booked')
  })
})

describe('own booking fields', () => {
  const options = ['a', 'b']
  const fields = (type: string, more: object = {}) => [
    { id: 9, slug: 'own', fields: [{ type, slug: 'f', required: true, ...more }] },
  ]
  const answered = (f: unknown) => ({ eventTypeId: 9, bookingFieldsResponses: { f } })
  const typed = (type: string, wanted: string, got: string) =>
    `400 Invalid type for booking field 'f'. Expected type ${wanted} (compatible with field type '${type}'), but received ${got}.`

  it.each([
    ['text', 'ok', 5, typed('text', 'string', 'number')],
    ['textarea', 'ok', ['x'], typed('textarea', 'string', 'object')],
    ['number', 5, '5', typed('number', 'number', 'string')],
    ['address', 'Москва', {}, typed('address', 'string', 'object')],
    ['boolean', true, 'true', typed('boolean', 'boolean', 'string')],
    ['phone', '+7 (916) 123-45-67', '123', '400 responses - {f}invalid_number, '],
    ['url', 'https://olgaroset.ru', 'olga', '400 responses - {f}url_validation_error, '],
    ['multiemail', ['a@example.com'], ['a'], '400 responses - {f}email_validation_error, '],
    ['select', 'a', 'c', "400 Invalid option 'c' for booking field 'f'. Allowed options are: a, b."],
    ['radio', 'b', 'c', "400 Invalid option 'c' for booking field 'f'. Allowed options are: a, b."],
    [
      'multiselect',
      ['a', 'b'],
      ['c'],
      "400 One or more invalid options for booking field 'f'. Allowed options are: a, b.",
    ],
    ['checkbox', ['a'], 'a', typed('checkbox', 'array', 'string')],
  ])('of type %s are answered and checked', async (type, good, bad, complaint) => {
    const types = fields(type, ['select', 'radio', 'multiselect', 'checkbox'].includes(type) ? { options } : {})
    expect(await message(answered(good), types)).toBe('booked')
    expect(await message(answered(bad), types)).toBe(complaint)
  })

  it('that are required must be answered, others need not', async () => {
    expect(await message({ eventTypeId: 9 }, fields('text'))).toBe(
      '400 Missing required booking field response: f - it is required by the event type booking fields, but missing in the bookingFieldsResponses. You can fetch the event type with ID 9 to see the required fields.',
    )
    const free = fields('text', { required: false })
    expect(await message({ eventTypeId: 9 }, free)).toBe('booked')
    expect(await message(answered(null), free)).toBe(typed('text', 'string', 'object'))
  })

  it('have lengths', async () => {
    const types = fields('text', { minLength: 2, maxLength: 4 })
    expect(await message(answered('x'), types)).toBe('400 responses - {f}Min. 2 characters required, ')
    expect(await message(answered('xxxxx'), types)).toBe('400 responses - {f}Max. 4 characters allowed, ')
  })

  it('are kept with the booking, and so are answers nobody asked for', async () => {
    const { book } = setup({ types: fields('text') })
    const { body } = await book({ eventTypeId: 9, bookingFieldsResponses: { f: 'тема', zzz: '1' } })
    expect(body.data.bookingFieldsResponses).toMatchObject({ f: 'тема', zzz: '1', displayEmail: 'ivan@example.com' })
  })

  it('may ask for a phone in place of an address', async () => {
    const { book, account } = setup({
      types: [{ id: 9, slug: 'own', fields: [{ type: 'phone', slug: 'attendeePhoneNumber', required: true }] }],
    })
    const email = account.eventTypes.at(-1)?.bookingFields.find(({ slug }) => slug === 'email')
    if (email) Object.assign(email, { required: false, hidden: true })
    expect((await book({ eventTypeId: 9 })).body.error.message).toMatch(/^Missing attendee phone number/)
    const made = await book({ eventTypeId: 9, attendee: { email: undefined, phoneNumber: '+79161234567' } })
    expect(made.body.data.attendees).toMatchObject([{ email: '79161234567@sms.cal.com', phoneNumber: '+79161234567' }])
  })
})

describe('the location', () => {
  const place = async (locations: EventTypeSeed['locations'], location?: unknown) => {
    const { status, body } = await setup({ types: [{ id: 9, slug: 'place', locations }] }).book({
      eventTypeId: 9,
      location,
    })
    return status === 201 ? (body.data as BookingData).location : body.error.message
  }

  it("is the event type's first one when none is asked for", async () => {
    expect(await place([{ type: 'link', link: 'https://meet.example.com/olga', public: true }])).toBe(
      'https://meet.example.com/olga',
    )
    expect(await place([{ type: 'address', address: 'Тверская, 1' }])).toBe('Тверская, 1')
    expect(await place([{ type: 'integration', integration: 'cal-video' }])).toMatch(
      /^https:\/\/app\.cal\.com\/video\//,
    )
  })

  it('is what the attendee says where the event type lets him', async () => {
    const locations: EventTypeSeed['locations'] = [
      { type: 'integration', integration: 'cal-video' },
      { type: 'attendeePhone' },
      { type: 'attendeeAddress' },
    ]
    expect(await place(locations, { type: 'attendeePhone', phone: '+79161234567' })).toBe('+79161234567')
    expect(await place(locations, { type: 'attendeeAddress', address: 'Арбат, 1' })).toBe('Арбат, 1')
    expect(await place(locations, { type: 'attendeePhone', phone: '123' })).toBe(
      'responses - {location}invalid_number, ',
    )
    expect(await place(locations, { type: 'attendeeAddress' })).toBe('responses - {location}error_required_field, ')
  })

  it('is one of those on offer', async () => {
    expect(await place([{ type: 'attendeePhone' }], { type: 'link' })).toBe(
      'Booking location with type link not valid for event type with id=9. The event type has following location types: attendeePhone, and only these types are allowed for booking location.',
    )
    const zoom = await place([{ type: 'integration', integration: 'cal-video' }], {
      type: 'integration',
      integration: 'zoom',
    })
    expect(zoom).toMatch(
      /^Booking location with integration zoom not valid .* following integrations: cal-video, and only/,
    )
  })
})
