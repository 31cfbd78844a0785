/** What the page's owner can set: attributes in kebab case, or properties of these names; and what holds else. */
export const DEFAULTS = {
  event: 'delo-40min',
  events: '',
  proxy: new URL(import.meta.url).origin,
  mode: 'inline',
  timeZone: '',
  hourCycle: '',
  theme: 'auto',
  name: '',
  email: '',
  phone: '',
  notes: '',
  prefill: '',
  readonlyPrefill: false,
  prefillFromUrl: '',
  metrika: '',
  goals: 'olga_',
  adsConsent: false,
  redirect: '',
  booking: '',
  dryRun: false,
}

/** What he can set by properties alone. */
export const PROPERTIES = ['messages', 'fetch', 'now']
