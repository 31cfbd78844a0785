/** Vitest calls it once before all tests. */
export default function tellWhatIsLeftOut(): void {
  if (!process.env.TEST_POSTGRES_URL) console.log('TEST_POSTGRES_URL is not set: PostgreSQL is left out.')
}
