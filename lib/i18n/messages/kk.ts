import account from './kk/account.json'
import apiHelp from './kk/api-help.json'
import audit from './kk/audit.json'
import changes from './kk/changes.json'
import corrections from './kk/corrections.json'
import countries from './kk/countries.json'
import deskBatches from './kk/desk-batches.json'
import deskBulk from './kk/desk-bulk.json'
import deskForm from './kk/desk-form.json'
import deskHistory from './kk/desk-history.json'
import deskImport from './kk/desk-import.json'
import deskLists from './kk/desk-lists.json'
import deskMedia from './kk/desk-media.json'
import deskPaste from './kk/desk-paste.json'
import deskProgramme from './kk/desk-programme.json'
import deskPublish from './kk/desk-publish.json'
import deskUpload from './kk/desk-upload.json'
import files from './kk/files.json'
import forums from './kk/forums.json'
import home from './kk/home.json'
import importFile from './kk/import-file.json'
import media from './kk/media.json'
import organisations from './kk/organisations.json'
import people from './kk/people.json'
import search from './kk/search.json'
import sessions from './kk/sessions.json'
import site from './kk/site.json'
import sources from './kk/sources.json'
import statements from './kk/statements.json'
import status from './kk/status.json'
import topics from './kk/topics.json'
import users from './kk/users.json'
import words from './kk/words.json'

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
