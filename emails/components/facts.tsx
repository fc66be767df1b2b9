import { light, mono } from "./palette";

export type Fact = {
  label: string;
  value: string;
  /** addresses and references: one width per character, broken anywhere rather than running off a phone */
  exact?: boolean;
};

/** The facts of a mail, one under the other; absent ones are left out. The text version reads `label: value`. */
export function Facts({ rows }: { rows: (Fact | null)[] }) {
  const shown = rows.filter((row) => row !== null);
  return (
    <table width="100%" cellPadding={0} cellSpacing={0} style={{ borderCollapse: "collapse", margin: "0 0 20px", width: "100%" }}>
      <tbody>
        {shown.map(({ label, value, exact = false }) => (
          <tr key={label} className="fact">
            <th
              scope="row"
              align="left"
              style={{
                borderTop: `1px solid ${light.line}`,
                color: light.quiet,
                fontSize: 14,
                fontWeight: 400,
                lineHeight: "22px",
                padding: "9px 16px 9px 0",
                verticalAlign: "top",
                width: "42%",
              }}
            >
              {label}
            </th>
            <td
              align="right"
              style={{
                borderTop: `1px solid ${light.line}`,
                color: light.ink,
                fontFamily: exact ? mono : undefined,
                fontSize: exact ? 14 : 15,
                fontVariantNumeric: "tabular-nums",
                lineHeight: "22px",
                overflowWrap: "anywhere",
                padding: "9px 0",
                verticalAlign: "top",
                wordBreak: exact ? "break-word" : undefined,
              }}
            >
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
