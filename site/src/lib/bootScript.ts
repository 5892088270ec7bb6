/**
 * Runs in the head before the first paint: the chosen theme, and whether someone is signed in (a readable cookie beside the
 * session, which itself stays out of reach of scripts). Its digest is in netlify.toml.
 */
export const bootScript =
  "(d=>{try{let t=localStorage.getItem('lectern-theme');if(t)d.dataset.theme=t}catch{}if(/(^|; )lectern-hint=./.test(document.cookie))d.dataset.signedIn='';d.dataset.script=''})(document.documentElement)"
