'use client'

import DeskError from './admin/error'
import './globals.css'

/** Where not even the frame of the desk could be made, after its page was shown: its language is still known. */
export default function FrameError(props: { error: Error & { digest?: string } }) {
  const language = typeof document === 'undefined' ? 'en' : document.documentElement.lang
  return (
    <html lang={language}>
      <body className="p-8">
        <main>
          <DeskError {...props} />
        </main>
      </body>
    </html>
  )
}
