/** What we take of the platform's own module. */
declare module 'cloudflare:workers' {
  /** Lets work of this request end after its answer. */
  export function waitUntil(work: Promise<unknown>): void
}
