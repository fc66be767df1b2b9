/** The mark: a strongbox seen from the front, door edge and keyhole. Drawn, so it takes the colour of its place. */
export function Mark({ className = "size-7" }: { className?: string }) {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true" className={className}>
      <rect x="1" y="1" width="26" height="26" rx="6" fill="currentColor" />
      <rect x="6" y="6" width="16" height="16" rx="2.5" fill="none" stroke="var(--color-on-accent)" strokeWidth="2" />
      <path d="M14 10.6a2.4 2.4 0 0 1 1.2 4.48V17.6h-2.4v-2.52A2.4 2.4 0 0 1 14 10.6Z" fill="var(--color-on-accent)" />
    </svg>
  );
}

/** The product name is a proper noun and is not translated. */
const name = "Coffer";

export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 text-accent">
      <Mark />
      <span className="text-lg font-strong tracking-tight text-ink">{name}</span>
    </span>
  );
}
