/** Who is let in, by what an entry asks for. Written out, not derived: this is what the program is compared with. */
export const letIn = {
  anybody: ['nobody', 'contributor', 'editor', 'administrator'],
  write: ['contributor', 'editor', 'administrator'],
  publish: ['editor', 'administrator'],
  withdraw: ['editor', 'administrator'],
  administer: ['administrator'],
} as const

export type Who = (typeof letIn.anybody)[number]

/**
 * Every page under app/admin and app/sign-in, every route handler, every server action, and what it asks for. One
 * line each; what is not here fails e2e/permissions.spec.ts.
 */
export const permissionTable: Record<string, keyof typeof letIn> = {
  'page /admin': 'write',
  'page /admin/account': 'write',
  'page /admin/account/two-step': 'write',
  'page /admin/audit': 'administer',
  'page /admin/first-administrator': 'anybody',
  'page /admin/users': 'administer',
  'page /admin/users/[user]': 'administer',
  'page /sign-in': 'anybody',
  'page /sign-in/code': 'anybody',
  'page /sign-in/forgotten': 'anybody',
  'page /sign-in/invitation': 'anybody',
  'page /sign-in/new-password': 'anybody',

  'route /api/v1/search.atom': 'anybody',
  'route /api/v1/search.bib': 'anybody',
  'route /api/v1/search.csv': 'anybody',
  'route /api/v1/search.json': 'anybody',
  'route /api/v1/suggestions': 'anybody',
  'route /fonts/[file]': 'anybody',
  'route /healthz': 'anybody',
  'route /icon.svg': 'anybody',
  'route /robots.txt': 'anybody',
  'route /sign-in/provider': 'anybody',
  'route /sign-in/provider/callback': 'anybody',
  'route /sitemap.xml': 'anybody',
  'route /sitemaps/[file]': 'anybody',
  'route /[locale]/opengraph-image': 'anybody',
  'route /[locale]/forums/[forum]/[edition]/opengraph-image': 'anybody',
  'route /[locale]/forums/[forum]/[edition]/sessions/[session]/opengraph-image': 'anybody',
  'route /[locale]/speakers/[speaker]/opengraph-image': 'anybody',
  'route /[locale]/statements/[statement]/opengraph-image': 'anybody',
  'route /[locale]/topics/[topic]/opengraph-image': 'anybody',

  'action admin/account changePasswordAction': 'write',
  'action admin/account changeProfileAction': 'write',
  'action admin/account endOtherSignInsAction': 'write',
  'action admin/account endSignInAction': 'write',
  'action admin/account renewCodesAction': 'write',
  'action admin/account startTwoStepsAction': 'write',
  'action admin/account turnOffTwoStepsAction': 'write',
  'action admin/account/two-step turnOnTwoStepsAction': 'write',
  'action admin/first-administrator createFirstAdministratorAction': 'anybody',
  'action admin/users inviteAction': 'administer',
  'action admin/users withdrawInvitationAction': 'administer',
  'action admin/users/[user] changeRoleAction': 'administer',
  'action admin/users/[user] resetLinkAction': 'administer',
  'action admin/users/[user] setDisabledAction': 'administer',
  'action admin/users/[user] turnOffStepsOfAction': 'administer',
  'action sign-in signInAction': 'anybody',
  'action sign-in signOutAction': 'anybody',
  'action sign-in/code checkCodeAction': 'anybody',
  'action sign-in/forgotten sendResetLinkAction': 'anybody',
  'action sign-in/invitation acceptInvitationAction': 'anybody',
  'action sign-in/new-password resetPasswordAction': 'anybody',
}
