/** A vehicle as it looks, or a calm drawing in its place. Its name stands beside it, so that it says nothing to a screen reader. */
export function VehiclePicture({ src, large = false }: { src: string | null; large?: boolean }) {
  const shape = large ? "w-full max-w-[30rem]" : "w-full";
  if (src) return <img src={src} alt="" width={960} height={720} loading="lazy" className={`${shape} aspect-4/3 rounded-control border border-line bg-sunken object-cover`} />;
  return (
    <svg aria-hidden="true" viewBox="0 0 160 120" className={`${shape} aspect-4/3 rounded-control border border-line bg-sunken`} fill="none" strokeLinecap="round" strokeLinejoin="round">
      <path d="M20 93h120" className="stroke-line" strokeWidth="2" />
      <path d="M104 34h10l9 46M62 78h38c2-14 7-22 15-26M62 78c-3-10-11-14-24-14l6-14h32c8 0 9 14 12 28" className="stroke-line-strong" strokeWidth="3" />
      <circle cx="49" cy="80" r="12" className="fill-sunken stroke-line-strong" strokeWidth="3" />
      <circle cx="123" cy="80" r="12" className="fill-sunken stroke-line-strong" strokeWidth="3" />
      <path d="M84 58l-7 11h7l-4 9" className="stroke-accent" strokeWidth="2.5" />
    </svg>
  );
}
