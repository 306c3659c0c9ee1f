/** Attributes that any element may have, and those that frameworks put there. */
const FOREIGN =
  /^(class|id|style|slot|part|title|lang|dir|hidden|role|tabindex|is|nonce|key|ref|(data|aria|v|ng|x|hx)-.*|onpaystep-.*|_.*|.*[^a-z_-].*)$/;

/** Whether an attribute is another's; of those that begin with "on", the browser's own are. */
export const isIgnoredAttribute = (name: string, element: Element): boolean =>
  FOREIGN.test(name) || (/^on/.test(name) && name in element);
