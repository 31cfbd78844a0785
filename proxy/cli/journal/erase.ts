import type { Journal } from '../../store/store.ts'
import { examples } from '../area.ts'
import { UsageError } from '../errors.ts'
import { count } from '../text.ts'
import { emailOption, phoneOption } from './filter.ts'
import type { Verb } from './program.ts'

/** `journal erase` */
export const eraseVerb: Verb = (program, open) => {
  program
    .command('erase')
    .description('take a person out of the journal, also where others named her; asks first')
    .option('--email <address>', 'of the person', emailOption)
    .option('--phone <number>', 'of the person', phoneOption)
    .addHelpText(
      'after',
      `
What stays is when something was asked for, what, and how it ended. What was still to be done is not done any more.
${examples('journal erase --email ivan@example.com', 'journal erase --email ivan@example.com --phone +79161234567 --yes')}`,
    )
    .action(async ({ email, phone }) => {
      const names = [email, phone].flatMap((name) => name ?? [])
      if (!names.length) throw new UsageError('Whom? Add --email, --phone, or both.')
      const session = await open()
      const person = { email, phone }
      await session.agree(async () => `Erase ${await extentOf(session.journal, person)} of ${names.join(' and ')}?`)
      const erased = await session.journal.erase(person, session.io.now().toISOString())
      await session.show({ erased }, () => `Erased from ${count(erased, 'request')}.`)
      const look = email ? `gate bookings list --attendee-email ${email}` : 'gate bookings list'
      await session.out.note(`Cal.com keeps its own copy, and bookings stay booked there: ${look}`)
    })
}

const extentOf = async (journal: Journal, person: { email: string | undefined; phone: string | undefined }) =>
  count((await journal.list(person)).length, 'request')
