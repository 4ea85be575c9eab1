'use client'

import { useEffect, useState } from 'react'
import { primary } from '@/components/form/button-styles'
import en from '@/lib/i18n/messages/en/status.json'
import kk from '@/lib/i18n/messages/kk/status.json'
import ru from '@/lib/i18n/messages/ru/status.json'

const words: Record<string, typeof en> = { en, kk, ru }

/** A page of the desk that could not be made. The frame around it stays, and with it the language. */
export default function DeskError({ error }: { error: Error & { digest?: string } }) {
  const [status, setStatus] = useState(en)
  useEffect(() => setStatus(words[document.documentElement.lang] ?? en), [])
  return (
    <div className="max-w-prose">
      <h1 className="text-title">{status.errorTitle}</h1>
      <p className="mt-3">{status.errorText.replace('{request}', error.digest ?? '–')}</p>
      <p className="mt-3">{status.keptHere}</p>
      <button type="button" className={`${primary} mt-6`} onClick={() => window.location.reload()}>
        {status.again}
      </button>
    </div>
  )
}
