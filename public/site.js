// All that runs on a public page, beside search-suggestions.js. Each part improves something that works without it.

// "/" goes to the search box, unless somebody is typing.
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')) return
  const box = [...document.querySelectorAll('[data-search]')].find((input) => input.checkVisibility())
  if (!box) return
  event.preventDefault()
  box.focus()
  box.select()
})

// The colours: as the system, light or dark; remembered.
const themes = document.querySelector('[data-theme-switch]')
if (themes) {
  const chosen = document.documentElement.dataset.theme ?? 'system'
  for (const radio of themes.querySelectorAll('input')) radio.checked = radio.value === chosen
  themes.hidden = false
  themes.addEventListener('change', ({ target }) => {
    const theme = target.value
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    try {
      if (theme === 'system') localStorage.removeItem('theme')
      else localStorage.setItem('theme', theme)
    } catch {
      // Storage may be refused; the choice then holds for this page.
    }
  })
}

// Buttons that copy: an address (data-copy) or the text of another element (data-copy-text, its id). They say so.
for (const button of document.querySelectorAll('button[data-copy], button[data-copy-text]')) {
  const label = button.firstChild
  const words = label?.textContent ?? ''
  button.hidden = false
  button.addEventListener('click', async () => {
    const { copy, copyText, copied } = button.dataset
    await navigator.clipboard.writeText(
      copyText ? (document.getElementById(copyText)?.textContent ?? '') : new URL(copy, location.href).href,
    )
    label.textContent = copied
    setTimeout(() => {
      label.textContent = words
    }, 2000)
  })
}

// Forms that read leave out what is empty, so that addresses stay short enough to be cited.
for (const form of document.querySelectorAll('search form')) {
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name)
  })
}
