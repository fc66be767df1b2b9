/** A file to save, made part by part as it is read. The first part is awaited, so that a refusal is answered as one. */
export async function textStream(parts: AsyncGenerator<string | Uint8Array, void>, headers: Record<string, string>): Promise<Response> {
  const first = await parts.next();
  const bytes = new TextEncoder();
  let ahead: string | Uint8Array | null = first.value ?? "";
  const written = (part: string | Uint8Array) => (typeof part === "string" ? bytes.encode(part) : part);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (ahead !== null) {
        controller.enqueue(written(ahead));
        ahead = null;
        return;
      }
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(written(value));
    },
    async cancel() {
      await parts.return();
    },
  });
  return new Response(body, { headers });
}

/** What every file that is made for one person carries; the name keeps letters, digits and a few signs. */
export const savedAs = (name: string, type: string): Record<string, string> => ({
  "Content-Type": type,
  "Content-Disposition": `attachment; filename="${name.replace(/[^A-Za-z0-9._-]+/g, "-")}"`,
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "private, no-store",
});
