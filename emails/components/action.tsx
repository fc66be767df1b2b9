import { light } from "./palette";

/** The one thing to open. Not the package's button: its padding for Outlook leaves odd marks in the text version. */
export function Action({ href, children }: { href: string; children: string }) {
  return (
    <p style={{ margin: "4px 0 20px" }}>
      <a
        className="button"
        href={href}
        style={{
          backgroundColor: light.accent,
          borderRadius: 6,
          color: light.onAccent,
          display: "inline-block",
          fontSize: 16,
          fontWeight: 600,
          lineHeight: "24px",
          padding: "10px 20px",
          textDecoration: "none",
        }}
      >
        {children}
      </a>
    </p>
  );
}
