import { importsOf } from './imports.ts'

/** What the files whose path fits `of` may import: by any import, and by `import type` besides. */
interface Rule {
  of: RegExp
  may: RegExp[]
  mayType?: RegExp[]
}

const PACKAGE = /^(?!node:)[@a-z]/
const NODE = /^node:/

/** Who may import whom. The first rule that fits a file holds for it; what is not listed is not allowed. */
const RULES: Rule[] = [
  // What builds it runs on Node; nothing that visitors get imports it.
  { of: /^widget\/build\//, may: [/^\/widget\/build\//, PACKAGE, NODE] },
  // Only types from the proxy: a single schema would bring zod to every visitor.
  { of: /^widget\//, may: [/^\/widget\/(?!build\/)/, /^lit(\/|$)/], mayType: [/^\/proxy\/contract\.ts$/] },
  { of: /^proxy\/contract(\.ts$|\/)/, may: [/^zod$/, /^\/proxy\/contract\//] },
  // The builder's page runs it as it is.
  { of: /^proxy\/settings\/contact\.ts$/, may: [] },
  { of: /^proxy\/calcom\//, may: [/^\/proxy\/calcom\//, /^zod$/] },
  { of: /^proxy\/(node\.ts$|store\/sqlite|cli\/|.*\.node\.ts$)/, may: [/^\/proxy\//, PACKAGE, NODE] },
  // All else in the proxy runs wherever there is `fetch`.
  { of: /^proxy\//, may: [/^\/proxy\//, PACKAGE] },
  // The simulator runs in a page, too.
  {
    of: /^demo\/simulator\//,
    may: [/^\/demo\/simulator\//, /^hono(\/|$)/, /^temporal-polyfill$/],
    mayType: [/^\/proxy\/calcom\//],
  },
  // So do the scripts of its pages, which have no packages there.
  { of: /^demo\/pages\//, may: [/^\/demo\/pages\//, /^\/proxy\/settings\/contact\.ts$/] },
  { of: /^demo\//, may: [/^\/(demo|proxy)\//, PACKAGE, NODE] },
]

/** The imports of a source file that the house does not allow, as `file → target`. */
export function forbiddenImports(file: string, source: string): string[] {
  const { may = [], mayType = [] } = RULES.find(({ of }) => of.test(file)) ?? {}
  return importsOf(file, source)
    .filter(({ target, isType }) => ![...may, ...(isType ? mayType : [])].some((pattern) => pattern.test(target)))
    .map(({ target }) => `${file} → ${target}`)
}

/** `any`, and what silences the compiler; «: any time» in a comment is no type. */
const HOLES = [/(?::|\bas|<|\|)\s*any\b(?=\s*(?:[\])>},;=|&[]|$))/m, /@ts-(?:ignore|nocheck)/]

/** The holes that a source file has in its types. */
export function holesIn(source: string): string[] {
  return HOLES.flatMap((hole) => hole.exec(source)?.[0] ?? [])
}

/** The lines of comments that are wider than the formatter lets code be: it leaves comments alone. */
export function wideComments(source: string): string[] {
  return source.split('\n').filter((line) => line.length > 120 && /^\s*(\/?\*|\/\/)/.test(line))
}

/** A key of Cal.com's, a place on somebody's machine, a registry that is not everybody's. */
const SECRETS = [
  /cal_(?:live_)?[\da-f]{16,}/,
  /\/(?:home|root|Users|work|tmp)\/\w+/,
  /"resolved": "https?:\/\/(?!registry\.npmjs\.org\/)[^"]+/,
]

/** What stands in a text that is nobody else's business. */
export function secretsIn(text: string): string[] {
  return SECRETS.flatMap((secret) => secret.exec(text)?.[0] ?? [])
}
