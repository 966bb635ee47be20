/** What the line to the server is doing, without lying. */
export function Connection() {
  return null;
}
