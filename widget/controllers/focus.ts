/**
 * Leads the focus to the first of these that is there, by preference, and gives those that are still to be waited for:
 * a visitor is led only where he went himself.
 */
export function lead(host: HTMLElement, selectors: string[]): string[] {
  const activeElement = (host.getRootNode() as Document).activeElement ?? document.activeElement
  const isHis = !activeElement || activeElement === document.body || activeElement === host
  const target = selectors.map((selector) => host.shadowRoot?.querySelector<HTMLElement>(selector)).find(Boolean)
  if (isHis) target?.focus()
  // Gone elsewhere on the page, he is not called back.
  return target || !isHis ? [] : selectors
}
