import type { LaterWords } from './ru-later.ts'

export const en: LaterWords = {
  atYours: 'your time',
  zoneOf: (zone) => `in ${zone.split('/').at(-1)?.replaceAll('_', ' ')}`,
  form: {
    title: 'Your details',
    optional: 'optional',
    choose: 'Choose…',
    submit: 'Book',
    submitPending: 'Send request',
    submitting: 'Booking…',
    more: 'read more',
    check: 'Check the booking',
    offline:
      'The connection was lost, and we do not know if the booking arrived. Check again: you will not be booked twice',
    processing:
      'We have your request, but the calendar has not answered yet. Check a little later: you will not be booked twice',
    unknown: 'If it worked, you will get an e-mail. Please do not book again before you have checked',
    notBooked: 'Nothing was booked',
    takenOthers: 'The nearest free times:',
    faults: {
      required: 'Please fill this in',
      email: 'There seems to be a mistake in this address',
      phone: 'There seems to be a mistake in this number',
      url: 'A link like https://example.com is needed',
      consent: 'We cannot book you without your consent',
    },
    labels: {
      name: 'Name',
      email: 'E-mail',
      attendeePhoneNumber: 'Phone',
      notes: 'What would you like to talk about',
      guests: 'Invite somebody else',
    },
    guestsHint: 'E-mail addresses, separated by commas',
  },
  booked: {
    accepted: 'You are booked',
    pending: 'Request sent',
    queued: 'Request recorded',
    queuedNote:
      'The calendar does not answer right now. We will book you as soon as it does, and get in touch if the time is taken by then. There is no need to book again.',
    processing: 'Request recorded',
    cancelled: 'Booking cancelled',
    rejected: 'Request declined',
    pendingNote: 'Please wait for the confirmation: it will come by e-mail.',
    mail: 'A confirmation is on its way to',
    mailNote: 'It has a link to move or cancel the meeting.',
    ref: 'Booking number',
  },
}
