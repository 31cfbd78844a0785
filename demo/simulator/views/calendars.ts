import type { Account, Connection } from '../account.ts'

const APPS: Record<string, { name: string; description: string; publisher: string }> = {
  google_calendar: {
    name: 'Google Calendar',
    description: 'Google Calendar is a time management and scheduling service developed by Google.',
    publisher: 'Cal.com',
  },
  'ics-feed_calendar': {
    name: 'ICS Feed',
    description: 'Import events from an ICS Feed into Cal.com.',
    publisher: 'Cal.com, Inc.',
  },
}

/** What a connected calendar is called as the source of a busy time: `ics-feed`. */
export const sourceOf = ({ type }: Connection) => type.replace(/_calendar$/, '')

/** The connected calendars, and the one that bookings are written to: the first one's main calendar. */
export function calendarsView({ connections, user }: Account) {
  const connected = connections.map(connectionView)
  const { primary, integration } = connected[0] ?? {}
  const destinationCalendar = primary && {
    ...{ ...primary, id: 1, userId: user.id, eventTypeId: null },
    ...{ primaryEmail: primary.email ?? null, integrationTitle: integration?.title },
  }
  return { connectedCalendars: connected, destinationCalendar: destinationCalendar ?? {} }
}

function connectionView(connection: Connection) {
  const { credentialId, type } = connection
  const credential = { credentialId, delegationCredentialId: null }
  const calendars = connection.calendars.map(({ primary, readOnly = false, ...calendar }) => {
    return { ...calendar, integration: type, primary: primary || null, readOnly, isSelected: true, ...credential }
  })
  calendars.sort((a, b) => Number(b.primary ?? 0) - Number(a.primary ?? 0))
  return { integration: integrationView(connection), ...credential, primary: calendars[0], calendars }
}

function integrationView(connection: Connection) {
  const { type } = connection
  const source = sourceOf(connection)
  const app = APPS[type] ?? { name: source, description: '', publisher: 'Cal.com' }
  const place = { variant: 'calendar', category: 'calendar', categories: ['calendar'], locationOption: null }
  const slug = source === 'ics-feed' ? source : `${source}-calendar`
  const contact = { logo: 'icon.svg', url: 'https://cal.com/', email: 'help@cal.com' }
  return { ...app, title: app.name, type, slug, installed: true, ...place, ...contact }
}
