/** The letter people look for on a button that leads to Facebook. */
export function FacebookMark() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 fill-current">
      <path d="M9.2 15.5V8.8h2.2l.4-2.6H9.2V4.6c0-.8.3-1.3 1.4-1.3h1.3V1a14 14 0 0 0-1.9-.1C7.9.9 6.5 2.2 6.5 4.5v1.7H4.2v2.6h2.3v6.7h2.7Z" />
    </svg>
  );
}
