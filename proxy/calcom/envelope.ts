import { z } from 'zod'

/** An error as Cal.com words it: four envelopes were seen, and all fit one of these two. */
const ErrorBody = z.union([
  z.object({
    error: z.object({
      code: z.string().optional(),
      message: z.string(),
      details: z.unknown().optional(),
    }),
  }),
  z.object({ message: z.union([z.string(), z.array(z.string())]) }),
])

/** Reasons of a validation stand in `details.errors[]`, which echoes the input beside them: only these are taken. */
interface Invalid {
  property: string
  constraints?: Record<string, string> | undefined
  children?: Invalid[] | undefined
}
const Invalid: z.ZodType<Invalid> = z.lazy(() =>
  z.object({
    property: z.string(),
    constraints: z.record(z.string(), z.string()).optional(),
    children: z.array(Invalid).optional(),
  }),
)
const Details = z.object({ errors: z.array(Invalid) })

/** Cal.com's code and words out of an error's body; `undefined` where it is not Cal.com's. */
export function readError(body: unknown): { code?: string | undefined; reason: string } | undefined {
  const parsed = ErrorBody.safeParse(body)
  if (!parsed.success) return undefined
  if (!('error' in parsed.data)) return { reason: [parsed.data.message].flat().join(', ') }
  const { code, message, details } = parsed.data.error
  return { code, reason: reasonsOf(details) ?? message.trim() }
}

function reasonsOf(details: unknown): string | undefined {
  const parsed = Details.safeParse(details)
  return parsed.success ? parsed.data.errors.flatMap(flatten).join('; ') : undefined
}

function flatten({ constraints, children }: Invalid): string[] {
  return [...Object.values(constraints ?? {}), ...(children ?? []).flatMap(flatten)]
}

/** The schema of a success whose `data` is this; what comes out is the data alone. */
export const inData = <T>(data: z.ZodType<T>) => z.object({ data }).transform((answer) => answer.data)

/** The schema of a success that says nothing more. */
export const nothing = z.object({ status: z.literal('success') }).transform(() => undefined)
