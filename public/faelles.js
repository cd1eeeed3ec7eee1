// Pages work without this. It spares a second press, counts letters, shows progress and puts focus where it is needed.

// A form is sent once. It opens again when the answer was a file, or when the reader comes back to it.
const sent = new Set()
const reopen = (form, button) => {
  sent.delete(form)
  button?.classList.remove('is-sending')
  button?.removeAttribute('aria-disabled')
}
document.addEventListener('submit', (event) => {
  const { target: form, submitter: button } = event
  if (!form.matches('[data-once]')) return
  if (sent.has(form)) return event.preventDefault()
  sent.add(form)
  button?.classList.add('is-sending')
  button?.setAttribute('aria-disabled', 'true')
  setTimeout(reopen, 10_000, form, button)
})
addEventListener('pageshow', () => {
  for (const form of sent) reopen(form, form.querySelector('.is-sending'))
})

// Letters left, told politely when typing pauses.
for (const area of document.querySelectorAll('[data-limit]')) {
  const hint = document.getElementById(`${area.id}-limit`)
  const spoken = document.createElement('span')
  spoken.className = 'sr-only'
  spoken.setAttribute('aria-live', 'polite')
  hint.after(spoken)
  let pause
  const count = () => {
    const left = area.dataset.limit - area.value.length
    hint.textContent = left < 0 ? `Der er ${-left} tegn for meget.` : `Der er plads til ${left} tegn mere.`
    hint.classList.toggle('is-over', left < 0)
    clearTimeout(pause)
    pause = setTimeout(() => {
      spoken.textContent = hint.textContent
    }, 1000)
  }
  area.addEventListener('input', count)
  if (area.value) count()
}

// Progress: { value, of, text, href? } each second, and on to href when there is one.
for (const box of document.querySelectorAll('[data-progress]')) {
  const bar = box.querySelector('progress')
  const figures = box.querySelector('.progress-text strong')
  const text = box.querySelector('.progress-text span')
  const ask = async () => {
    try {
      const answer = await fetch(box.dataset.progress, { headers: { accept: 'application/json' } })
      if (!answer.ok) throw new Error(String(answer.status))
      const now = await answer.json()
      bar.max = now.of
      bar.value = now.value
      figures.textContent = `${now.value} af ${now.of}`
      text.textContent = now.text
      if (now.href) return location.assign(now.href)
      setTimeout(ask, 1000)
    } catch {
      setTimeout(ask, 5000)
    }
  }
  setTimeout(ask, 1000)
}

// What went wrong is read first.
document.getElementById('fejl')?.focus()

// Escape closes the menu on narrow screens.
const menu = document.querySelector('.menu-toggle')
menu?.parentElement.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !menu.open) return
  menu.open = false
  menu.querySelector('summary').focus()
})
