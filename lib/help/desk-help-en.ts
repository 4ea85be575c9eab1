import type { HelpText, HelpTopic } from './desk-help'
import { importExample } from './import-example'

export const deskHelpEn: Record<HelpTopic, HelpText> = {
  account: {
    title: 'Sign in and look after your account',
    text: `An administrator sends you an invitation link. It works once and for seven days: open it, choose a password, and you are in.

- Under **Account** you choose the language of the desk, change your password, turn on sign-in with two steps, and see where you are signed in.
- If you forgot your password, choose **Forgotten password** on the sign-in page.
- A **contributor** writes drafts and sends them for review. An **editor** also publishes and withdraws. An **administrator** also invites people and decides what must be there before publication.`,
  },
  find: {
    title: 'Find a record',
    text: `The navigation lists what the archive is made of: forums, editions, sessions, people, organisations, topics, statements, sources.

1. Open a list and type a name, in any spelling or alphabet: *Tokayev*, *Tokaev* and *Тоқаев* find the same person.
2. Narrow the list: drafts, in review, published, changed since publication, withdrawn.
3. The **Overview** shows what waits for review, your own drafts, and what changed lately.`,
  },
  edition: {
    title: 'Add an edition',
    text: `1. Open **Editions** and choose **Add an edition**. Choose its forum, give the theme if there is one, the year, and the time zone. Choose **Create draft**.
2. In **Details** give the days, the city, the host country. If only the month or the year is known, say so under *How exactly the date is known*.
3. In **Days, rooms and tracks** add each day and room, so that sessions can be put there.
4. In **Organisations and countries** add the host and the partners, and the countries that a source names.
5. In **Sources** say where all this is written.

What you do not know, leave empty. The public page then says that it is not recorded.`,
  },
  session: {
    title: 'Add a session',
    text: `1. Open the edition and choose **Add a session** at its end.
2. Give the title. If the source gives none, write one and tick *The title is given by the archive*.
3. Choose format, day and room, and the times. Times are in the time zone of the edition, which is written under the field.
4. Write the abstract. The buttons above it make bold text, links and lists; **Preview of this text** shows it as the public page will.
5. Add topics by typing.`,
  },
  programme: {
    title: 'Build the programme',
    text: `Open the edition and choose **Programme builder**: its days and rooms as a grid, with what is not scheduled yet beside it.

1. Drag a session to its time and room, or drag its lower edge to make it longer. With keys: Tab to a session, arrow keys move it, Shift with an arrow makes it longer or shorter, Page Up and Page Down change the day, Enter saves, Escape takes back, Delete takes it off the programme. **As a list with forms** does the same by forms.
2. A room or a person twice at one time is listed as a clash. What others move meanwhile is shown with their name; a move that came too late is refused, and offered again.
3. **Paste rows from a spreadsheet**: copy rows with their heading row. Each is checked; what is wrong can be put right or left out, names are matched to people in any alphabet, and nothing is added before you have seen it. All of it can be taken back at once under **Done at once**.
4. **Publish the programme** publishes days, rooms and sessions at once as a numbered version. Readers see on the page *Changes to the programme*, and in its feed, what changed since the last one.
5. **New edition from this one**, beside the edition’s form, makes the next one: rooms, tracks, host and the names of sessions you tick, without texts and times.`,
  },
  import: {
    title: 'Import a programme',
    text: `A programme that is already in a file need not be typed. Files that are read: schedule.xml and schedule.json, exports of pretalx, Sessionize, OPass and Indico, calendars (.ics), tables (CSV, Excel; a row for each session, or for each of its speakers), pyvideo folders, and Plenary’s own JSON.

1. Open **Imports** and choose **Import a programme**, or choose it beside the form of an edition. Choose the file and the edition, or a new edition of a forum, which is made with the import. Then **Read the file**.
2. Look at what would happen: how many sessions and people are new, what changes field by field, which people are recognised and why, what the file says of the edition itself, and what would stay a draft because something is missing. Nothing has been written yet.
3. Under **Who is who** say of each doubtful person whether they are the one the archive knows or somebody new. If the file does not say the time zone or the language, give it under **Other options**.
4. The button says what it will do. Everything is written, or nothing. With **Publish at once** an editor publishes what nothing stands in the way of.
5. Import the file again when it was updated: only what changed is changed. Where somebody wrote otherwise by hand both are shown: what stands here is kept, unless you choose what the file says. Sessions no longer in the file are offered for withdrawal; none is withdrawn by itself.
6. **Take the import back** undoes all of it, but for what somebody edited since, which is listed.

An example to try: save this as *schedule.xml* and import it.

\`\`\`xml
${importExample}\`\`\``,
  },
  people: {
    title: 'Add speakers',
    text: `1. In the session’s section **Speakers** choose **Add a speaker** and type the name. The list shows what is known of each person, and says which is likely the same.
2. If the person is not there, choose **Create** at the end of the list: a draft of that person is made and your form stays as it is.
3. Give the role, and the position and organisation held **on that day**.
4. Change the order with the arrows, by dragging the grip, or with the arrow keys on the grip.`,
  },
  statement: {
    title: 'Add a statement',
    text: `1. Open the session and choose **Add a statement** at its end.
2. Write what was said, choose the form (a quotation gives the words of the source exactly) and the kind.
3. Choose who said it: one of the session’s speakers.
4. Add the source with the paragraph, page or timecode. A statement without a source cannot be published unless an administrator decided otherwise.`,
  },
  translate: {
    title: 'Translate',
    text: `The section **Translations** of each form shows every language beside the original. Say how the text came to be: translated by a person or by a machine; readers see it.

A language you leave empty is shown to readers in the original, and says so.`,
  },
  save: {
    title: 'Saving, and what happens when something goes wrong',
    text: `- What you type is saved by itself after two seconds. The line at the bottom of the form says whether it is saved, and if not, why.
- **Save**, or Ctrl+S (⌘S), makes a version that stays in the history.
- If your sign-in ended, the connection broke or the tab was closed, your text is kept in this browser: open the record again and choose **Take it into the form**.
- If somebody else saved the same record meanwhile, nothing is overwritten: see the next topic.`,
  },
  history: {
    title: 'History, two at once, the bin',
    text: `- **History** beside the form lists every version: who saved it, when and why. **What changed** compares a version with the one before; above the list you compare any two. You give the reason in **Why** beside **Save**.
- **Restore** brings a version back, with its speakers, topics, sources and translations, or only one part of it. You see first what would change. It becomes a new version; nothing of the history is lost, and readers see it only when it is published.
- Above the form you see **who else is here**. If somebody saves while you write, what only they changed is taken into your form and shown to you. What you both changed stands side by side: choose yours, theirs or, of texts, both. Nothing is saved before you have chosen.
- **Move to the bin** takes a draft or a withdrawn record out of every list. Under **Bin** you put it back as it was. An administrator can empty the bin; that is for good.
- **Recent changes** shows what was done across the archive, by person, kind of record, edition and day.`,
  },
  pictures: {
    title: 'Pictures and documents',
    text: `Portraits (PNG, JPEG, WebP or GIF up to 10 MB) and documents (PDF up to 50 MB) are added in the section **Media**, or under **Media** in the navigation.

Say in the alternative text what the picture shows, for those who cannot see it, and give the credit and the licence. Place and camera data are taken out of pictures.`,
  },
  review: {
    title: 'Review',
    text: `1. When a draft is ready, choose **Send for review** beside the form.
2. An editor sees under **Review** what changed: new words marked as added, old ones as removed.
3. The editor publishes it, or sends it back with a remark, which stands beside the form until it is sent again.

A published record stays as it is for readers while its next version is written and reviewed.`,
  },
  publish: {
    title: 'Publish',
    text: `1. Look at **Before publishing** beside the form: it says what is missing, and what of it blocks publication.
2. Choose **Publish**. The public pages and the search show it at once.
3. To publish at a time, choose **At a time** and give the day and time.
4. A whole edition with its sessions and statements is published from the edition’s form: **Publish all of it**.

A session needs its edition to be public, an edition its forum. Speakers who are not public yet are left out of the session’s page until they are.`,
  },
  preview: {
    title: 'Show a draft before it is public',
    text: `**Preview** opens the public site as it would be with your draft in it. A bar at the top says that it is a preview and how to leave.

To show it to somebody without an account, make a link; it works for seven days.`,
  },
  withdraw: {
    title: 'Rename or withdraw',
    text: `- To **rename** a record change its title; to change its address change the field *Address* and publish. The old address leads to the new one for ever.
- To **withdraw** a record choose **Withdraw** beside the form and give the reason, which is public. Its address then says that it was withdrawn, when and why. A withdrawn record can be published again.`,
  },
  corrections: {
    title: 'Reported errors and corrections',
    text: `Every public page has **Report an error** at its foot. What readers send waits under **Reported errors**.

1. Read what is said to be wrong and open the record’s form from there. If it is right, correct the record and publish it.
2. Answer: accepted or declined, with a few words in the languages you know. The answer is public, on the record’s history and on the page *Corrections*; the report is not. What is no report at all you discard without an answer.
3. A reader’s e-mail address is erased with the answer. Where the archive sends mail, the answer is mailed first.

Every version that was ever public is kept: a citation leads to the words as they were cited, and the page shows what was changed since. If the law demands that a version goes, an administrator removes its content under **Published versions** beside the form; who did it, when and why stays public.`,
  },
  merge: {
    title: 'Merge two records of the same',
    text: `1. The **Overview** tells under **What is missing** how many likely duplicates there are; or choose **Merge with another record** beside a form.
2. Compare the two. The one on the left stays; **The other way round** changes that. Choose field by field; names that you do not choose stay as other names.
3. Choose **Merge these two**. Whatever mentioned the other mentions this one now, and its addresses lead here for ever.
4. If they are two after all, open **Done at once** and choose **Undo this**: both are there again. What somebody wrote since stays where it was written, and the page says what could not be separated.

If two that look alike are not the same, choose **Not the same**: they are not offered again.`,
  },
  many: {
    title: 'Change many records at once',
    text: `1. Narrow a list, then tick records and choose **Change the selected**, or choose **Change all of this list** (up to a thousand).
2. Choose what to change: topic, track, room, format, language, edition; send for review, publish, withdraw, or move to the bin.
3. Look at what would change in each record, then choose the button that does it. Changed texts are public only once they are published.
4. It is one entry under **Done at once** and is undone there as one. Records that somebody changed since are left as they are, and named.`,
  },
  missing: {
    title: 'See what is missing',
    text: `The **Overview** counts sessions without speakers, speakers without an organisation, statements without a source, records without a title in a language, links in texts that lead nowhere in the archive, and records that cite a withdrawn source. Each number leads to the list of them.`,
  },
}
