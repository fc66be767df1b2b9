/** A text to save, made part by part as it is read. The first part is awaited, so that a refusal is answered as one. */
export async function textStream(parts: AsyncGenerator<string, void>, headers: Record<string, string>): Promise<Response> {
  const first = await parts.next();
  const bytes = new TextEncoder();
  let ahead: string | null = first.value ?? "";
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (ahead !== null) {
        controller.enqueue(bytes.encode(ahead));
        ahead = null;
        return;
      }
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(bytes.encode(value));
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
