import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InvalidArgumentError } from '@commander-js/extra-typings'
import { z } from 'zod'
import { UsageError } from './errors.ts'

/** Reads the value of an option that is a whole number, 0 or more. */
export function numberOption(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number.')
}

/** Reads the value of an option that is yes or no. */
export function switchOption(text: string): boolean {
  if (['yes', 'true', 'on'].includes(text)) return true
  if (['no', 'false', 'off'].includes(text)) return false
  throw new InvalidArgumentError('It must be yes or no.')
}

/** Reads an option that may be given several times. */
export const several = (text: string, before: string[] = []): string[] => [...before, text]

/** Reads an option that may be given several times, each time with several values, as `a,b`. */
export const list = (text: string, before: string[] = []): string[] => [
  ...before,
  ...text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean),
]

/** Reads an option that may be given several times, each time with several whole numbers, as `30,60`. */
export const numbersOption = (text: string, before: number[] = []): number[] => [
  ...before,
  ...list(text).map(numberOption),
]

/** Reads an option of the form `key=value` that may be given several times. */
export function pairs(text: string, before: Record<string, string> = {}): Record<string, string> {
  const [, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? []
  if (key === undefined || value === undefined) throw new InvalidArgumentError('It must be of the form key=value.')
  return { ...before, [key]: value }
}

const Data = z.record(z.string(), z.unknown())
export type Data = z.infer<typeof Data>

/** What `--data` says: `{…}`, or `@file` with that in it. */
export async function readData(cwd: string, text: string | undefined): Promise<Data> {
  if (text === undefined) return {}
  const json = text.startsWith('@') ? await readText(cwd, text.slice(1)) : text
  const parsed = Data.safeParse(parseJson(json))
  if (parsed.success) return parsed.data
  throw new UsageError('--data must be a JSON object, or @file with one in it.')
}

async function readText(cwd: string, file: string): Promise<string> {
  return readFile(resolve(cwd, file), 'utf8').catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(`--data: ${file} cannot be read (${code}).`)
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isData = (value: unknown): value is Data => Data.safeParse(value).success

/**
 * What the options say together with what `--data` says; an option wins. What it holds beside is Cal.com's to check:
 * that is what `--data` is for.
 */
export function withData<T extends object>(options: T, data: Data): T {
  return merge(data, options) as T
}

/** The same for a change, which must be one. */
export function toChange<T extends object>(options: T, data: Data): T {
  const change = withData(options, data)
  if (!Object.keys(change).length) throw new UsageError('Nothing to change is named: see --help.')
  return change
}

function merge(data: Data, options: object): Data {
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  return Object.fromEntries([
    ...Object.entries(data),
    ...given.map(([key, value]) => [key, isData(data[key]) && isData(value) ? merge(data[key], value) : value]),
  ])
}
