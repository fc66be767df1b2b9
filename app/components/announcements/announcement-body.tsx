import { Fragment } from "react";

const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/;

/** Plain text: an empty line begins a paragraph, an address is a link, and nothing else means anything. */
export function AnnouncementBody({ body }: { body: string }) {
  return (
    <div className="flex max-w-[44rem] flex-col gap-3 break-words">
      {body.split(/\n\s*\n/).map((paragraph, n) => (
        <p key={n} className="whitespace-pre-line">
          {paragraph.split(address).map((part, at) =>
            at % 2 === 1 ? (
              <a key={at} href={part} rel="noopener noreferrer nofollow" className="link break-all">
                {part}
              </a>
            ) : (
              <Fragment key={at}>{part}</Fragment>
            ),
          )}
        </p>
      ))}
    </div>
  );
}
