/** Attributes that any element may have, and those that frameworks put there. */
export const FOREIGN =
  /^(class|id|style|slot|part|title|lang|dir|hidden|role|tabindex|is|nonce|key|ref|(data|aria|v|ng|x|hx)-.*|on.*|_.*|.*[^a-z_-].*)$/;
