/** The hemicycle as a sign: three arcs of seats and the desk they face. */
export function Logo() {
  return (
    <svg viewBox="0 0 28 18" width="28" height="18" fill="none" strokeWidth="2.2" aria-hidden="true">
      <path d="M2 16a12 12 0 0 1 24 0" className="stroke-ink" />
      <path d="M7 16a7 7 0 0 1 14 0" className="stroke-gold" />
      <circle cx="14" cy="14.6" r="2" className="fill-ink" />
    </svg>
  )
}
