import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

const TYPES: Record<string, string> = { '.js': 'text/javascript; charset=utf-8', '.map': 'application/json' }
/** The packed forms that stand beside a file, best first. */
const PACKED = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
]

/** The widget's files from a folder, read once at the start. An empty or missing folder is told, not served. */
export async function folderAssets(folder: string) {
  const files = await readAll(folder)
  if (!files.has('/olga-booking.js')) throw new Error(`The widget is not built: run "npm run build" first (${folder})`)
  return async function find(path: string, acceptEncoding: string): Promise<Response | undefined> {
    const type = TYPES[extname(path)]
    const plain = files.get(path)
    if (!type || !plain) return undefined
    const packed = PACKED.find(({ encoding, suffix }) => accepts(acceptEncoding, encoding) && files.has(path + suffix))
    const { body, etag } = (packed && files.get(path + packed.suffix)) ?? plain
    return new Response(body, {
      headers: { 'content-type': type, etag, ...(packed && { 'content-encoding': packed.encoding }) },
    })
  }
}

function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((one) => {
    const [name, ...parameters] = one.split(';').map((part) => part.trim())
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })
}

interface File {
  body: Uint8Array<ArrayBuffer>
  etag: string
}

async function readAll(folder: string): Promise<Map<string, File>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = paths.map(
    async (path) => [`/${relative(folder, path).split(sep).join('/')}`, await readOne(path)] as const,
  )
  return new Map(await Promise.all(read))
}

async function readOne(path: string): Promise<File> {
  const body = new Uint8Array(await readFile(path))
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
}
