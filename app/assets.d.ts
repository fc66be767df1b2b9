/** Files the compiler turns into addresses with a hash in them. */
declare module "*.css" {
  const href: string;
  export default href;
}
declare module "*.woff2" {
  const href: string;
  export default href;
}
declare module "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2" {
  const href: string;
  export default href;
}
