// All that runs on a public page. Each part improves something that works without it.

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

// "Copy link" copies the address it stands for and says so.
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href)
    const label = button.textContent
    button.textContent = button.dataset.copied
    setTimeout(() => {
      button.textContent = label
    }, 2000)
  })
}
