/** A visitor who waits for what is not there yet is shown the link, too, after so long, in ms. */
const LATE_MS = 4_000

/** Takes what he waits for now, if for anything; tells that it is late, and that it is no more. */
export function patience(tell: (isLate: boolean) => void): (awaited: unknown) => void {
  let before: unknown
  let timer: ReturnType<typeof setTimeout> | undefined
  return (awaited) => {
    if (awaited === before) return
    before = awaited
    tell(false)
    clearTimeout(timer)
    if (awaited) timer = setTimeout(() => tell(true), LATE_MS)
  }
}
