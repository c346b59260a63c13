/** The short corner alone, above the title of empty and error states. */
export function OpenCorner() {
  return <span aria-hidden="true" className="mb-3 block size-2.5 border-text border-t-2 border-l-2" />;
}
