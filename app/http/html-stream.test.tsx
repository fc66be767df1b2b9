import { text } from "node:stream/consumers";

import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { htmlStream } from "./html-stream.server";

test.each(["a", "é", "व", "𝄞"])("a page of characters like %s comes whole, wherever the buffer ends", async (character) => {
  for (let before = 0; before < 8; before += 1) {
    const page = (
      <ul>
        <li>{"x".repeat(before)}</li>
        {Array.from({ length: 900 }, (_, n) => <li key={n}>{character.repeat(3)}</li>)}
      </ul>
    );
    const { pipe } = renderToPipeableStream(page);
    expect(await text(pipe(htmlStream()))).toBe(renderToStaticMarkup(page));
  }
});
