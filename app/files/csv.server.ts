import { stringify } from "csv-stringify/sync";

type Row = (string | number)[];

const headers = (name: string) => ({
  "Content-Type": "text/csv; charset=utf-8",
  "Content-Disposition": `attachment; filename="${name.replace(/[^A-Za-z0-9._-]+/g, "-")}.csv"`,
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "private, no-store",
});

/** Texts that a spreadsheet would take for a formula are defused; that is why amounts in our tables carry no sign. */
const lines = (rows: Row[]): string => (rows.length === 0 ? "" : stringify(rows, { escape_formulas: true, record_delimiter: "windows" }));

/** Lets spreadsheets read the file as UTF-8. */
const mark = "\ufeff";

/** A table to save. */
export function csvResponse(name: string, header: string[], rows: Row[]): Response {
  return new Response(mark + lines([header, ...rows]), { headers: headers(name) });
}

/** A table of any length, made part by part: `parts` yields rows as they are read. The first part is awaited, so that a refusal is one. */
export async function csvStream(name: string, header: string[], parts: AsyncGenerator<Row[], void>): Promise<Response> {
  const first = await parts.next();
  const bytes = new TextEncoder();
  let ahead: string | null = mark + lines([header, ...(first.value ?? [])]);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (ahead !== null) {
        controller.enqueue(bytes.encode(ahead));
        ahead = null;
        return;
      }
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(bytes.encode(lines(value)));
    },
    async cancel() {
      await parts.return();
    },
  });
  return new Response(body, { headers: headers(name) });
}
