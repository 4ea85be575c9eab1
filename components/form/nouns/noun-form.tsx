'use client'

import type { Noun } from '@/lib/revisions/nouns'
import type { EditorStart } from '../record-editor'
import { EditionForm } from './edition-form'
import { ForumForm } from './forum-form'
import { OrganisationForm } from './organisation-form'
import { PersonForm } from './person-form'
import { SessionForm } from './session-form'
import { SourceForm } from './source-form'
import { StatementForm } from './statement-form'
import { TopicForm } from './topic-form'

export type NounFormProps = { start: EditorStart }

const forms: Record<Noun, (props: NounFormProps) => React.ReactNode> = {
  forum: ForumForm,
  edition: EditionForm,
  session: SessionForm,
  person: PersonForm,
  organisation: OrganisationForm,
  topic: TopicForm,
  statement: StatementForm,
  source: SourceForm,
}

/** The fields of a record of whatever noun. */
export function NounForm({ start }: NounFormProps) {
  const Form = forms[start.noun]
  return <Form start={start} />
}
