import { light, mono } from "./palette";

/** A code to type, alone on its line so that a phone can offer it and nobody selects a space with it. */
export function Code({ children }: { children: string }) {
  return (
    <p
      className="code"
      style={{
        backgroundColor: light.sunken,
        border: `1px solid ${light.line}`,
        borderRadius: 6,
        color: light.ink,
        fontFamily: mono,
        fontSize: 30,
        fontWeight: 600,
        letterSpacing: 6,
        lineHeight: "40px",
        margin: "0 0 16px",
        padding: "12px 0 12px 6px",
        textAlign: "center",
      }}
    >
      {children}
    </p>
  );
}
