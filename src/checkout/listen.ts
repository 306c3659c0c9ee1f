/**
 * Listens until the returned function is called. An `AbortSignal` would do the same, but Chrome before
 * 90, Firefox before 86 and Safari before 15 ignore it, and listen on.
 */
export function listen(
  target: EventTarget,
  type: string,
  run: (event: Event) => void,
  capture = false,
): () => void {
  target.addEventListener(type, run, capture);
  return () => target.removeEventListener(type, run, capture);
}
