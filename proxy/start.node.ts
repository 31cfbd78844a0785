/** Runs an entry point. What stops a start is told in its own words, without a stack: they are meant for the owner. */
export async function start(main: () => Promise<void>): Promise<void> {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}

/** Ends in good order when the host wants it (`SIGTERM`, Ctrl-C): one step after the other, then the process. */
export function endWith(...steps: (() => Promise<unknown>)[]): void {
  const end = async () => {
    for (const step of steps) await step().catch((error: unknown) => console.error(error))
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end())
}
