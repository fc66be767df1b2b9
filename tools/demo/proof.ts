/** What members send in: a real PDF of one page, a title and lines below it. */
type Receipt = { amount: string; to: string; reference: string; transaction: string };

const escape = (text: string): string => text.replace(/[\\()]/g, "\\$&").replace(/[^\x20-\x7e]/g, "?");

/** A receipt as a bank's web page prints one. */
export function proofOfPayment({ amount, to, reference, transaction }: Receipt): Buffer {
  return page(["Transfer receipt", "", `Amount: ${amount}`, `To: ${to}, Coffer Client Money`, `Remarks: ${reference}`, `Transaction: ${transaction}`, "Status: executed"]);
}

export function page(lines: string[]): Buffer {
  const text = lines.map((line, index) => `BT /F1 ${index === 0 ? 20 : 12} Tf 60 ${760 - index * 26} Td (${escape(line)}) Tj ET`).join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`, "latin1");
}
