export function SearchIcon() {
  return (
    <svg viewBox="0 0 20 20" className="size-5 fill-none stroke-2 stroke-current" aria-hidden="true">
      <circle cx="8.5" cy="8.5" r="6" />
      <path d="m13 13 5 5" />
    </svg>
  )
}
