import { proofTypes, type ProofType } from "./content-type.server";

const most = 120;

/**
 * The name to show and to save under: the last part of what was sent, without control and direction-changing characters, path
 * and shell signs, with the ending that fits the content ("report.pdf.exe" that is a PDF becomes "report.pdf.pdf").
 */
export function cleanFileName(sent: string, type: ProofType): string {
  const last = sent.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const stem = last
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[<>:"|?*%;`$&{}[\]]/g, " ")
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const kept = [...stem].slice(0, most).join("").trim();
  return `${kept === "" ? "proof" : kept}.${proofTypes[type]}`;
}
