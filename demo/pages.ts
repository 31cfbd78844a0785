import { readdir, readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Context, Hono } from 'hono'

/** A page of the folder `pages/`, as the list of pages tells of it. */
export interface DemoPage {
  /** `/` or `/builder.html`. */
  path: string
  title: string
  /** One sentence: the page's own `<meta name="description">`. */
  about: string
}

const FOLDER = fileURLToPath(new URL('pages/', import.meta.url))
const ROOT = fileURLToPath(new URL('../', import.meta.url))

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
}

/** What the pages' scripts share with the proxy, and under which path: a browser climbs no higher than `/`. */
const SHARED = 'proxy/settings/contact.ts'

/** Where the list of pages stands, in the page that has one. */
const LIST = '<!-- pages -->'

/**
 * Whatever lies in `pages/`, under its own name; `index.html` also as `/`. Files are read anew each time, so that one
 * may edit and reload them, and scripts lose their types on the way.
 */
export const demoPages = new Hono().get('/*', async (c, next) => {
  const file = c.req.path === '/' ? 'index.html' : c.req.path.slice(1)
  // Only what is in the folder's own list: a path never leads out of it.
  return file === SHARED || (await files()).includes(file) ? send(c, file) : next()
})

/** Every page, Olga's own first. */
export async function listPages(): Promise<DemoPage[]> {
  const pages = (await files()).filter((file) => file.endsWith('.html'))
  return Promise.all(pages.sort(ownFirst).map(describe))
}

async function files(): Promise<string[]> {
  const found = await readdir(FOLDER, { recursive: true })
  return found.map((file) => file.replaceAll('\\', '/')).filter((file) => extname(file) in TYPES)
}

const read = (file: string) => readFile((file === SHARED ? ROOT : FOLDER) + file, 'utf8')

async function send(c: Context, file: string): Promise<Response> {
  const text = await read(file)
  const headers = { 'content-type': TYPES[extname(file)] ?? '', 'cache-control': 'no-cache' }
  if (file.endsWith('.ts')) return c.body(await withoutTypes(file, text), 200, headers)
  return c.body(text.includes(LIST) ? text.replace(LIST, await list(`/${file}`)) : text, 200, headers)
}

/** Fetched when the first script is: it would make every start wait. */
async function withoutTypes(file: string, source: string): Promise<string> {
  const { transformWithOxc } = await import('vite')
  const { code } = await transformWithOxc(source, file, { sourcemap: false })
  return code
}

/** Of all pages but the one it stands on. */
async function list(self: string): Promise<string> {
  const others = (await listPages()).filter(({ path }) => path !== self)
  return others
    .map(({ path, title, about }) => `<li><a href="${path}">${title}</a> <span>${about}</span></li>`)
    .join('\n')
}

async function describe(file: string): Promise<DemoPage> {
  const html = await read(file)
  return {
    path: file === 'index.html' ? '/' : `/${file}`,
    title: /<title>([^<]*)</.exec(html)?.[1] ?? file,
    about: /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '',
  }
}

const ownFirst = (one: string, other: string) =>
  Number(other === 'index.html') - Number(one === 'index.html') || one.localeCompare(other)
