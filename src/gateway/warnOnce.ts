const printed = new Set<string>();

/**
 * Says to the developer what is wrong and how to mend it: once a page, however often it is found.
 * In production too: who meets it is a customer who cannot pay, and the line is all that a shop's
 * error tracker gets to see. No line may hold a key, a client secret, or what a customer has entered.
 */
export function warnOnce(line: string): void {
  if (printed.has(line)) return;
  printed.add(line);
  console.error(`Paystep: ${line}`);
}
