import { z } from 'zod'
import type { Request } from './request.ts'

const MeResponse = z.object({
  data: z.object({
    id: z.number(),
    name: z.string().nullish(),
    username: z.string(),
    timeZone: z.string(),
    weekStart: z.string().optional(),
  }),
})

/** The account behind the key. */
export type Me = z.infer<typeof MeResponse>['data']

/** `GET /v2/me`. The version header is ignored there. */
export async function getMe(request: Request, signal?: AbortSignal): Promise<Me> {
  const { data } = await request({ path: '/v2/me', schema: MeResponse, signal })
  return data
}
