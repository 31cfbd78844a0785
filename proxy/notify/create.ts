import type { Notify } from './notify.ts'

/** Tells nobody yet. */
export const createNotify = (_: object): Notify => ({ async tell() {}, async work() {} })
