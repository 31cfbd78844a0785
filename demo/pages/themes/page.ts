/** The page of themes: shows each theme's own file as the code to copy, and the page in light or dark. */
for (const place of document.querySelectorAll<HTMLElement>('[data-code]')) void showCode(place)

document.querySelector('.scheme')?.addEventListener('change', (event) => {
  if (event.target instanceof HTMLInputElement) document.documentElement.style.colorScheme = event.target.value
})

async function showCode(place: HTMLElement): Promise<void> {
  const response = await fetch(place.dataset.code ?? '')
  place.textContent = await response.text()
}
