// Suggestions while typing, in every search box: a combobox with a list (WAI-ARIA 1.2). It never changes what is
// typed; without it, or when no answer comes, the box is a plain one. All its words come from the server.

const WAIT = 120
const SHORTEST = 2
let boxes = 0
const enhanced = new WeakSet()

for (const input of document.querySelectorAll('input[data-search]')) enhance(input)
// A box that has come since then, as it does when the page is made anew during development.
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && target.matches('input[data-search]')) enhance(target)
})

function enhance(input) {
  if (enhanced.has(input)) return
  enhanced.add(input)
  const id = `suggestions-${++boxes}`
  const list = element('div', {
    id,
    role: 'listbox',
    hidden: '',
    // As wide as a large box; wider than the small one of the header, whose end it keeps.
    class: `${input.closest('header') ? 'w-max min-w-full max-w-[min(32rem,calc(100vw-2rem))]' : 'w-full'} absolute end-0 top-full z-20 mt-1 max-h-[70vh] overflow-y-auto rounded-small border border-rule-strong bg-sheet py-1.5 text-start font-sans [&[hidden]]:hidden`,
  })
  const status = element('div', { role: 'status', class: 'sr-only' })
  input.after(list, status)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': id,
  }))
    input.setAttribute(name, value)

  let active = -1
  let timer = 0
  /** @type {AbortController | undefined} */
  let asking

  const isOpen = () => !list.hidden
  const close = () => {
    clearTimeout(timer)
    asking?.abort()
    list.hidden = true
    activate(-1)
    input.setAttribute('aria-expanded', 'false')
  }
  const open = () => {
    if (list.children.length === 0) return
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
  }
  /** Marks an option; -1 is the box itself. */
  const activate = (at) => {
    list.children[active]?.setAttribute('aria-selected', 'false')
    active = at
    const option = list.children[active]
    if (!option) return input.removeAttribute('aria-activedescendant')
    option.setAttribute('aria-selected', 'true')
    option.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', option.id)
  }

  const show = ({ label, announcement, suggestions }) => {
    list.setAttribute('aria-label', label)
    list.replaceChildren(...suggestions.map((suggestion, at) => optionOf(suggestion, `${id}-${at}`)))
    activate(-1)
    status.textContent = announcement
    if (suggestions.length === 0) close()
    else open()
  }

  const ask = async () => {
    const typed = input.value
    asking = new AbortController()
    const { signal } = asking
    try {
      const address = new URL(input.dataset.search, location.href)
      address.searchParams.set('q', typed)
      const answer = await fetch(address, { signal })
      if (!answer.ok) return close()
      const suggestions = await answer.json()
      if (!signal.aborted && input.value === typed && document.activeElement === input) show(suggestions)
    } catch {
      if (!signal.aborted) close()
    }
  }

  input.addEventListener('input', (event) => {
    clearTimeout(timer)
    asking?.abort()
    if (event.isComposing) return
    if (input.value.trim().length < SHORTEST) {
      list.replaceChildren()
      status.textContent = ''
      return close()
    }
    timer = setTimeout(ask, WAIT)
  })

  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const { length } = list.children
      if (length === 0) return
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      // From the box to the first or the last, and past the end back to the box.
      if (!isOpen()) {
        open()
        activate(step > 0 ? 0 : length - 1)
      } else activate(((active + 1 + step + length + 1) % (length + 1)) - 1)
    } else if (event.key === 'Enter' && isOpen() && active >= 0) {
      event.preventDefault()
      list.children[active].click()
    } else if (event.key === 'Escape' && isOpen()) {
      event.preventDefault() // else the browser would empty the box
      close()
    }
  })

  // The box keeps the focus while somebody points at the list.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', close)
  input.addEventListener('blur', close)
  input.form?.addEventListener('submit', close)
}

/** A suggestion: a link, so that it can be opened in another tab too. */
function optionOf({ kind, url, title, language }, id) {
  const option = element('a', {
    id,
    role: 'option',
    href: url,
    tabindex: '-1',
    'aria-selected': 'false',
    class:
      'flex items-baseline justify-between gap-6 px-3 py-2 text-ink text-meta hover:bg-accent-wash aria-selected:bg-accent-wash aria-selected:text-accent-ink',
  })
  const name = element('span', { lang: language, class: 'min-w-0 font-serif text-body' })
  name.append(...title.map(({ text, isMark }) => (isMark ? element('b', { class: 'font-semibold' }, text) : text)))
  option.append(name, element('span', { class: 'shrink-0 text-muted text-small' }, kind))
  return option
}

function element(name, attributes, text = '') {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.textContent = text
  return made
}
