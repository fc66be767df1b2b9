/**
 * The colours of app/styles/tokens.css as plain values: mail programs know neither variables nor light-dark(). Light is
 * written inline, where every program reads it; dark comes from the style sheet for the programs that have one.
 */
export const light = {
  canvas: "#f6f7f8",
  surface: "#ffffff",
  sunken: "#eef1f3",
  line: "#dde2e6",
  ink: "#14202a",
  quiet: "#4f5e6a",
  accent: "#0b5a6d",
  onAccent: "#ffffff",
} as const;

const dark = {
  canvas: "#0f161b",
  surface: "#161f26",
  sunken: "#1d2830",
  line: "#2b3842",
  ink: "#e8edf0",
  quiet: "#a3b1bb",
  accent: "#6cc3d6",
  onAccent: "#06222b",
} as const;

export const sans = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
export const mono = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";

/** Narrow screens and dark themes. Everything here overrides an inline style, hence the importance. */
export const styleSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 479px) {
  .card { padding: 20px 16px 4px !important; }
  .heading { font-size: 20px !important; line-height: 26px !important; }
  .fact th, .fact td { display: block !important; width: auto !important; text-align: left !important; }
  .fact th { padding: 10px 0 0 !important; border-top: 0 !important; }
  .fact td { padding: 0 0 10px !important; border-top: 0 !important; border-bottom: 1px solid ${light.line} !important; }
  .button { display: block !important; text-align: center !important; }
}
@media (prefers-color-scheme: dark) {
  .canvas { background-color: ${dark.canvas} !important; }
  .card { background-color: ${dark.surface} !important; border-color: ${dark.line} !important; }
  .ink, .fact td, .heading, .brand { color: ${dark.ink} !important; }
  .quiet, .fact th, .footer, .footer p { color: ${dark.quiet} !important; }
  .fact th, .fact td { border-color: ${dark.line} !important; }
  .code, .note { background-color: ${dark.sunken} !important; border-color: ${dark.line} !important; color: ${dark.ink} !important; }
  .note { border-left-color: ${dark.accent} !important; }
  .button { background-color: ${dark.accent} !important; color: ${dark.onAccent} !important; }
}
`;
