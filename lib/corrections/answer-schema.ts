import { z } from 'zod'
import { locales } from '@/lib/i18n/locales'
import { prose } from '@/lib/revisions/content'
import type { TextStatus } from '@/prisma/client/enums'

export type CorrectionText = { language: string; status: TextStatus; translator: null; answer: string }

const one = z.object({ answer: prose(2000), machine: z.string().optional() })

/** An answer as its form sends it: `answer_en`, `machine_en` … and what the original is. Messages are our own keys. */
export const answerSchema = z
  .object({
    decision: z.enum(['accepted', 'declined', 'discarded'], 'decisionMissing'),
    original: z.enum(locales).catch('en'),
    texts: z.record(z.enum(locales), one),
  })
  .transform(({ decision, original, texts }, context) => {
    const given = locales.flatMap((language) => {
      const { answer, machine } = texts[language]
      return answer ? [{ language, answer, isMachine: machine === 'on' }] : []
    })
    if (decision === 'discarded') return { state: decision, texts: [] as CorrectionText[] }
    const first = given.find(({ language }) => language === original) ?? given[0]
    if (!first) context.addIssue({ code: 'custom', message: 'answerMissing', path: ['texts', 'en'] })
    return {
      state: decision,
      texts: given.map(
        ({ language, answer, isMachine }): CorrectionText => ({
          ...{ language, answer, translator: null },
          status: language === first?.language ? 'original' : isMachine ? 'machine' : 'human',
        }),
      ),
    }
  })
