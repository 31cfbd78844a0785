const SHOWN_MS = 3_000

/** A button that copies what `text` says at that moment, and says that it has. */
export function copyButton(button: HTMLButtonElement, status: HTMLElement, code: HTMLElement): void {
  const label = button.textContent
  let timer: ReturnType<typeof setTimeout> | undefined
  const say = (short: string | null, long: string) => {
    button.textContent = short
    status.textContent = long
  }
  button.addEventListener('click', async () => {
    clearTimeout(timer)
    if (await copy(code)) say('Скопировано', 'Код скопирован, осталось вставить его на сайт.')
    else say('Выделено', 'Скопировать не вышло. Код выделен: нажмите Ctrl и C.')
    timer = setTimeout(() => say(label, ''), SHOWN_MS)
  })
}

/** Where the clipboard is closed to us, as on a page without https, the code is at least selected. */
async function copy(code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? '')
    return true
  } catch {
    getSelection()?.selectAllChildren(code)
    return false
  }
}
