const signIn = /^\/(login|logout|sign-up)(\/|\?|$)/;
const staffOnly = /^\/admin(\/|\?|$)/;
const anybodys = /^\/dev\//;

/** Whether a path belongs to signing in itself: coming back to it would lead in a circle. */
export function isSignInPath(path: string): boolean {
  return signIn.test(path);
}

/** Where somebody lands after signing in: on the page that asked for it if it is one of theirs, else at home. */
export function afterSignIn(audience: "member" | "staff", next: string | null): string {
  if (audience === "staff") return next !== null && (staffOnly.test(next) || anybodys.test(next)) ? next : "/admin";
  return next !== null && next !== "/" && !staffOnly.test(next) && !isSignInPath(next) ? next : "/home";
}
