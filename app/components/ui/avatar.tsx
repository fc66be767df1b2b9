/** A photo, or the initials in its place. The name stands beside it, so that it says nothing to a screen reader. */
export function Avatar({ src, name, large = false }: { src: string | null; name: string; large?: boolean }) {
  const size = large ? "size-24 text-2xl" : "size-14 text-lg";
  const initials = name.split(/\s+/).filter(Boolean).map((part) => [...part][0]?.toLocaleUpperCase() ?? "");
  return src ? (
    <img src={src} alt="" width={large ? 96 : 56} height={large ? 96 : 56} className={`${size} flex-none rounded-full object-cover`} />
  ) : (
    <span aria-hidden="true" className={`${size} inline-flex flex-none items-center justify-center rounded-full bg-accent-soft font-strong text-accent`}>
      {[initials[0], initials.length > 1 ? initials.at(-1) : ""].join("")}
    </span>
  );
}
