'use client'

import { LineField } from './line-field'

/** An IANA time zone, such as Asia/Almaty: typed, with every known name offered. */
export function TimeZoneField({ path, label, hint }: { path: string; label: string; hint: string }) {
  return (
    <>
      <LineField path={path} label={label} hint={hint} list={`${path}-list`} />
      <datalist id={`${path}-list`}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}
