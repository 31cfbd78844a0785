import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { parseSync } from 'vite'

/** One import, or export from elsewhere, of a source file. */
export interface Import {
  /** A file as `/proxy/app.ts`, from the root of the project; or a package; or `node:…`. */
  target: string
  /** Erased by the compiler. `import { type A }` is not: it still loads the module. */
  isType: boolean
}

/** All imports of a TypeScript source, the dynamic ones too. */
export function importsOf(file: string, source: string): Import[] {
  const { module, errors } = parseSync(file, source)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  const isType = ({ start, end }: Span) => /^(import|export)\s+type\b/.test(source.slice(start, end))
  const to = (request: string, erased: boolean) => ({ target: resolve(file, request), isType: erased })
  return [
    ...module.staticImports.map((one) => to(one.moduleRequest.value, isType(one))),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap(({ moduleRequest }) => (moduleRequest ? [to(moduleRequest.value, isType(one))] : [])),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => to(literal(source.slice(start, end)), false)),
  ]
}

interface Span {
  start: number
  end: number
}

/** A computed path stays as it is written, which no rule allows. */
const literal = (text: string) => /^(['"`])([^$]*)\1$/.exec(text)?.[2] ?? text

function resolve(file: string, request: string): string {
  if (request.startsWith('.')) return posix.join('/', posix.dirname(file), request)
  return isBuiltin(request) && !request.startsWith('node:') ? `node:${request}` : request
}
