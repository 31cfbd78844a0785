import { parseSync, Visitor } from 'vite'

type Call = Parameters<NonNullable<ConstructorParameters<typeof Visitor>[0]['CallExpression']>>[0]
type Argument = Call['arguments'][number]
type Callee = Call['callee']

/** The names under which a source may define tests, and groups of them. */
const TESTS = ['it', 'test', 'itIf']
const GROUPS = ['describe', 'suite']

/** The title of each test that a source defines, after those of the groups around it. What is computed is `…`. */
export function titlesOf(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  const titles: string[] = []
  const around: string[] = []
  new Visitor({
    CallExpression(call) {
      const title = titleOf(call)
      if (title === undefined) return
      if (isOf(GROUPS, call)) around.push(title)
      else titles.push([...around, title].join(' > '))
    },
    'CallExpression:exit'(call) {
      if (titleOf(call) !== undefined && isOf(GROUPS, call)) around.pop()
    },
  }).visit(program)
  return titles
}

/** Of `it('…', () => {})`, but also of `it.each(table)('…', () => {})`: what has a title and a function. */
function titleOf(call: Call): string | undefined {
  if (!isOf([...TESTS, ...GROUPS], call) || !call.arguments.some(isFunction)) return undefined
  return call.arguments.map(textOf).find((text) => text !== undefined)
}

const isOf = (names: string[], { callee }: Call) => names.includes(rootOf(callee))

/** `it` in `it.each(table)`. */
function rootOf(callee: Callee): string {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type === 'MemberExpression') return rootOf(callee.object)
  return callee.type === 'CallExpression' ? rootOf(callee.callee) : ''
}

const isFunction = ({ type }: Argument) => type === 'ArrowFunctionExpression' || type === 'FunctionExpression'

function textOf(argument: Argument): string | undefined {
  if (argument.type === 'Literal' && typeof argument.value === 'string') return argument.value
  if (argument.type === 'TemplateLiteral') return argument.quasis.map(({ value }) => value.cooked ?? '').join('…')
  return undefined
}
