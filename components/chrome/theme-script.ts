/**
 * Sets the colours a reader chose before the first paint. Runs inline in <head>; kept tiny, as it blocks.
 * The rest of what runs on public pages is public/site.js.
 */
export const themeScript =
  "try{var t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}"
