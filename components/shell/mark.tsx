/** The product's own mark: a note on a desk that is also a speech bubble. Decoration: the name belongs beside it. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M9 8.5h14A2.5 2.5 0 0 1 25.5 11v8a2.5 2.5 0 0 1-2.5 2.5h-7.2L11 25.5v-4H9A2.5 2.5 0 0 1 6.5 19v-8A2.5 2.5 0 0 1 9 8.5Z"
        className="fill-on-accent"
      />
      <path d="M11 13h10M11 17h6" strokeWidth="2" strokeLinecap="round" className="stroke-accent" />
    </svg>
  );
}
