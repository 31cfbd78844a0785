import { z } from 'zod'
import type { Contact } from '../contract.ts'
import { type Reach, readContact } from './contact.ts'
import { list } from './kinds.ts'

/** A way to reach the host, and what the owner calls it, where he gave it a label. */
export interface Labelled extends Reach {
  label?: string
}

const WRONG = 'must be phones, e-mail addresses, @names and https links, each as it is or as Label=address'

/** Ways to reach the host when nothing else works: `Позвонить=+79161234567, olga@example.com, @olga`. */
export const Contacts = z
  .string()
  .default('')
  .transform((text, context): Labelled[] =>
    list(text).flatMap((one) => {
      const contact = readLabelled(one)
      if (!contact) context.addIssue(WRONG)
      return contact ?? []
    }),
  )

/** A label ends at the first `=`, unless that is inside an address. */
function readLabelled(text: string): Labelled | undefined {
  const [, label, address = text] = /^([^=:/@]+)=(.+)$/.exec(text) ?? []
  const found = readContact(address)
  return found && (label ? { ...found, label: label.trim() } : found)
}

/** For the widget, whose answers are the same in every language: under the owner's label, else by its name. */
export const toContact = ({ label, name, href }: Labelled): Contact => ({ label: label ?? name, href })
