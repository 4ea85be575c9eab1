'use client'

import { useEditor } from './editor-context'
import { LineField } from './line-field'

/** An IANA time zone, such as Asia/Almaty: typed, with every known name offered. */
export function TimeZoneField({ path, label, hint }: { path: string; label: string; hint: string }) {
  const { isAlive } = useEditor()
  return (
    <>
      <LineField path={path} label={label} hint={hint} list={`${path}-list`} />
      <datalist id={`${path}-list`}>
        {/* The browser's own list, which is not that of the server. */}
        {isAlive && Intl.supportedValuesOf('timeZone').map((zone) => <option key={zone} value={zone} />)}
      </datalist>
    </>
  )
}
