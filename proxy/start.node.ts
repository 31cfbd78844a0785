/** Runs an entry point. What stops a start is told in its own words, without a stack: they are meant for the owner. */
export async function start(main: () => Promise<void>): Promise<void> {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}
