import { secondary } from '@/components/form/button-styles'
import type { PersonItem } from '@/lib/import/rehearsal'
import { nounPlurals } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'
import { answerPeopleAction } from '../actions'
import { inSessions } from './person-row'
import { Radio } from './radio'
import type { View } from './sections'

/** People who may be somebody the archive knows: whether they are this one, which one, or somebody new. */
export function PeopleQuestions({ rehearsal, items, i18n }: View & { items: PersonItem[] }) {
  const { t } = i18n
  return (
    <form action={answerPeopleAction} className="space-y-5">
      <input type="hidden" name="import" value={rehearsal.id} />
      {items.map((item, at) => (
        <Question key={item.key} item={item} at={at} i18n={i18n} />
      ))}
      <button type="submit" className={secondary}>
        {t('deskImport.answer')}
      </button>
    </form>
  )
}

function Question({ item, at, i18n }: { item: PersonItem; at: number; i18n: View['i18n'] }) {
  const { t } = i18n
  const name = `people.${at}.as`
  return (
    <fieldset className="min-w-0 rounded-card border border-rule-strong p-4">
      <legend className="px-1 font-semibold">{item.name}</legend>
      <input type="hidden" name={`people.${at}.key`} value={item.key} />
      <p className="pb-2 text-meta text-muted [overflow-wrap:anywhere]">
        {[item.why && t(`deskImport.why.${item.why}`), inSessions(item, i18n)].filter(Boolean).join(' · ')}
      </p>
      {item.candidates.map(({ id, title, lang, known }) => (
        <Radio key={id} name={name} value={id} isChosen={item.action === 'match' && item.recordId === id}>
          <span lang={lang}>{title}</span>
          <span className="block text-meta text-muted">
            {known && `${known} · `}
            <a className="link" href={routes.record(nounPlurals.person, id)} target="_blank" rel="noreferrer">
              {t('deskForm.picker.open')}
              <span className="sr-only"> ({title})</span>
            </a>
          </span>
        </Radio>
      ))}
      <Radio name={name} value="new" isChosen={item.action === 'create'}>
        {t('deskImport.somebodyNew')}
      </Radio>
    </fieldset>
  )
}
