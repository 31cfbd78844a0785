import type { Locator, Page } from 'playwright-core'
import type { Fault } from '../../demo/simulator/index.ts'

/** What a picture needs: the page, and the calendar behind it. */
export interface Stage {
  page: Page
  breakCalcom: (fault: Fault) => void
  /** Has somebody else book the time that is chosen. */
  takeAll: () => void
}

/** A picture: with what attributes the element stands there, and what is done until it is taken. */
export interface Step {
  name: string
  attributes?: Record<string, string>
  act(stage: Stage): Promise<unknown>
}

const POST = { method: 'POST' }
export const part = (page: Page, name: string): Locator => page.locator(`olga-booking [part~="${name}"]`).first()
const click = (page: Page, name: string) => part(page, name).click()

async function picked({ page }: Stage): Promise<void> {
  await part(page, 'time').waitFor()
}

async function inForm(stage: Stage): Promise<void> {
  await picked(stage)
  // A late one: what begins within two hours is not queued.
  await stage.page.locator('olga-booking [part~="time"]').last().click()
  await part(stage.page, 'hold').waitFor()
}

async function filledIn(stage: Stage): Promise<void> {
  const { page } = stage
  await inForm(stage)
  await page.clock.runFor(3_000)
  await page.locator('olga-booking input[name="name"]').fill('Анна Ветрова')
  await page.locator('olga-booking input[name="email"]').fill('anna@example.com')
  await page.locator('olga-booking input[name="consent"]').check()
}

async function sent(stage: Stage): Promise<void> {
  await filledIn(stage)
  await click(stage.page, 'submit')
}

async function booked(stage: Stage): Promise<void> {
  await sent(stage)
  await part(stage.page, 'booked').waitFor()
  await stage.page.clock.runFor(1_000)
}

async function managed(stage: Stage): Promise<void> {
  await booked(stage)
  await click(stage.page, 'manage')
  await part(stage.page, 'move').waitFor()
}

async function opened({ page }: Stage): Promise<void> {
  await click(page, 'launcher')
  await part(page, 'time').waitFor()
  await page.clock.runFor(1_000)
}

/** Every screen that a visitor can come to. */
export const STEPS: Step[] = [
  { name: 'pick', act: picked },
  { name: 'pick-far', attributes: { 'time-zone': 'Asia/Kamchatka' }, act: picked },
  { name: 'loading', act: ({ page }) => page.locator('olga-booking .bone').first().waitFor() },
  {
    name: 'zones',
    act: async (stage) => {
      await picked(stage)
      await click(stage.page, 'zone')
      await part(stage.page, 'zones').waitFor()
    },
  },
  {
    name: 'choice',
    attributes: { events: '15min,30min,delo-40min' },
    act: ({ page }) => part(page, 'choice').waitFor(),
  },
  { name: 'details', act: inForm },
  {
    name: 'errors',
    act: async (stage) => {
      await inForm(stage)
      await click(stage.page, 'submit')
      await part(stage.page, 'error').waitFor()
    },
  },
  {
    name: 'taken',
    act: async (stage) => {
      await filledIn(stage)
      stage.takeAll()
      await click(stage.page, 'submit')
      await part(stage.page, 'taken').waitFor()
    },
  },
  { name: 'booked', act: booked },
  {
    name: 'queued',
    act: async (stage) => {
      await filledIn(stage)
      stage.breakCalcom({ kind: 'status', status: 429, on: POST })
      await click(stage.page, 'submit')
      await part(stage.page, 'booked').waitFor()
    },
  },
  {
    name: 'processing',
    act: async (stage) => {
      await filledIn(stage)
      stage.breakCalcom({ kind: 'status', on: POST })
      await click(stage.page, 'submit')
      await stage.page.locator('olga-booking .waits').waitFor()
    },
  },
  { name: 'manage', act: managed },
  {
    name: 'cancel',
    act: async (stage) => {
      await managed(stage)
      await click(stage.page, 'cancel')
      await part(stage.page, 'confirm').waitFor()
    },
  },
  {
    name: 'move',
    act: async (stage) => {
      await managed(stage)
      await click(stage.page, 'move')
      await part(stage.page, 'time').waitFor()
      await stage.page.locator('olga-booking [part~="time"]').nth(1).click()
      await part(stage.page, 'confirm').waitFor()
    },
  },
  { name: 'popup', attributes: { mode: 'floating' }, act: opened },
  {
    name: 'fallback',
    attributes: { event: 'nope' },
    act: ({ page }) => part(page, 'link').waitFor(),
  },
]
