/** Hosts on which plain http is as good as https: the developer's own machine. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Schemes that run code, read files or speak for the page; never an app to pay with. */
const NEVER = new Set(
  'javascript: data: blob: file: filesystem: vbscript: about: view-source: http: ws: wss: ftp:'.split(
    ' ',
  ),
);

/**
 * A gateway's address as it may be opened, or null. `https:` only, `http:` on loopback.
 * What comes back is the parsed form, so that what was checked is what is opened.
 */
export function webAddress(value: unknown): string | null {
  const url = parse(value);
  if (!url) return null;
  const web =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  return web ? url.href : null;
}

/** Like {@link webAddress}, or an app's own scheme, for the steps that open an app. */
export function appAddress(value: unknown): string | null {
  const url = parse(value);
  if (!url) return null;
  return (
    webAddress(value) ?? (NEVER.has(url.protocol) || url.protocol === 'https:' ? null : url.href)
  );
}

function parse(value: unknown): URL | null {
  if (typeof value !== 'string') return null;
  try {
    return new URL(value);
  } catch {
    return null;
  }
}
