import account from './ru/account.json'
import apiHelp from './ru/api-help.json'
import audit from './ru/audit.json'
import changes from './ru/changes.json'
import corrections from './ru/corrections.json'
import countries from './ru/countries.json'
import deskBatches from './ru/desk-batches.json'
import deskBulk from './ru/desk-bulk.json'
import deskForm from './ru/desk-form.json'
import deskHistory from './ru/desk-history.json'
import deskImport from './ru/desk-import.json'
import deskLists from './ru/desk-lists.json'
import deskMedia from './ru/desk-media.json'
import deskPaste from './ru/desk-paste.json'
import deskProgramme from './ru/desk-programme.json'
import deskPublish from './ru/desk-publish.json'
import deskUpload from './ru/desk-upload.json'
import files from './ru/files.json'
import forums from './ru/forums.json'
import home from './ru/home.json'
import importFile from './ru/import-file.json'
import media from './ru/media.json'
import organisations from './ru/organisations.json'
import people from './ru/people.json'
import search from './ru/search.json'
import sessions from './ru/sessions.json'
import site from './ru/site.json'
import sources from './ru/sources.json'
import statements from './ru/statements.json'
import status from './ru/status.json'
import topics from './ru/topics.json'
import users from './ru/users.json'
import words from './ru/words.json'

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
