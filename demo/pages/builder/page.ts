import { type Choices, type Faults, readChoices } from './choices.ts'
import { onLight } from './colour.ts'
import { copyButton } from './copy.ts'
import { Preview } from './preview.ts'
import { snippetOf } from './snippet.ts'
import { zoneOptions } from './zones.ts'

/** The builder's page: what is chosen in the form becomes a preview and code, at every change. */
function find<T extends HTMLElement = HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector)
  if (!found) throw new Error(`Not on the page: ${selector}`)
  return found
}

const form = find<HTMLFormElement>('#choices')
const place = find('#preview')
const preview = new Preview(place)
const themes = new Map<string, Promise<string>>()

find('#zone').append(...zoneOptions())
find<HTMLInputElement>('#proxy').value = location.origin
copyButton(find<HTMLButtonElement>('#copy'), find('#copied'), find('#code'))
form.addEventListener('input', () => void show())
form.addEventListener('submit', (event) => event.preventDefault())
find('.sizes').addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement) place.className = target.value
})
void show()

async function show(): Promise<void> {
  const { choices, faults } = readChoices(new FormData(form), location.origin)
  const css = await themeCss(choices.look)
  // Another choice may have been made while the theme came.
  if (new FormData(form).get('look') !== choices.look) return
  find('#code').textContent = snippetOf(choices, css)
  preview.show(choices, css)
  tell(choices, faults)
}

function themeCss(look: string): Promise<string> {
  if (!look) return Promise.resolve('')
  const known = themes.get(look) ?? fetch(`/themes/${look}.css`).then((response) => response.text())
  themes.set(look, known)
  return known
}

/** What belongs to the choices, but is no part of the code. */
function tell({ mode, accent, radius }: Choices, faults: Faults): void {
  for (const place of form.querySelectorAll<HTMLElement>('.fault')) {
    const name = place.id.replace('fault-', '')
    place.textContent = faults[name] ?? ''
    find(`#${name}`).setAttribute('aria-invalid', String(name in faults))
  }
  find('#own-accent').hidden = !form.querySelector<HTMLInputElement>('[name="own"]')?.checked
  find('#accent-note').textContent = accent ? noteOn(accent) : ''
  find('#radius-out').textContent = radius === undefined ? 'как в теме' : `${radius} px`
  for (const selector of ['.opener', '#opener-hint']) find(selector).hidden = mode === 'inline'
  find('#place-hint').hidden = mode !== 'inline'
}

function noteOn(chosen: string): string {
  const { accent } = onLight(chosen)
  return accent === chosen ? '' : `Буквы такого цвета на белом не прочесть, поэтому взят темнее: ${accent}.`
}
