'use client'

import { useEffect } from 'react'

/**
 * Takes the answers to what is sent from the desk whole or not at all. Next hands React an answer while it arrives; one
 * that broke off in the middle, because the server or the network went away, would put an error page in the place of
 * the form and of what was typed. Read to its end first, it fails as if it had never begun, and the form says so.
 */
export function WholeAnswers() {
  useEffect(() => {
    const plain = window.fetch
    window.fetch = async (input, init) => {
      const answer = await plain(input, init)
      if (!new Headers(init?.headers).has('next-action')) return answer
      const { status, statusText, headers } = answer
      return new Response(await answer.arrayBuffer(), { status, statusText, headers })
    }
    return () => {
      window.fetch = plain
    }
  }, [])
  return null
}
