/** The languages in which the desk asks for a description; others that a file has are kept. */
export const describedIn = ['en', 'kk', 'ru'] as const
