import account from './en/account.json'
import apiHelp from './en/api-help.json'
import audit from './en/audit.json'
import changes from './en/changes.json'
import corrections from './en/corrections.json'
import countries from './en/countries.json'
import deskBatches from './en/desk-batches.json'
import deskBulk from './en/desk-bulk.json'
import deskForm from './en/desk-form.json'
import deskHistory from './en/desk-history.json'
import deskImport from './en/desk-import.json'
import deskLists from './en/desk-lists.json'
import deskMedia from './en/desk-media.json'
import deskPaste from './en/desk-paste.json'
import deskProgramme from './en/desk-programme.json'
import deskPublish from './en/desk-publish.json'
import deskUpload from './en/desk-upload.json'
import files from './en/files.json'
import forums from './en/forums.json'
import home from './en/home.json'
import importFile from './en/import-file.json'
import media from './en/media.json'
import organisations from './en/organisations.json'
import people from './en/people.json'
import search from './en/search.json'
import sessions from './en/sessions.json'
import site from './en/site.json'
import sources from './en/sources.json'
import statements from './en/statements.json'
import status from './en/status.json'
import topics from './en/topics.json'
import users from './en/users.json'
import words from './en/words.json'

export default {
  account,
  apiHelp,
  audit,
  changes,
  corrections,
  countries,
  deskBatches,
  deskBulk,
  deskForm,
  deskHistory,
  deskImport,
  deskLists,
  deskMedia,
  deskPaste,
  deskProgramme,
  deskPublish,
  deskUpload,
  files,
  forums,
  home,
  import: importFile,
  media,
  organisations,
  people,
  search,
  sessions,
  site,
  sources,
  statements,
  status,
  topics,
  users,
  words,
}
