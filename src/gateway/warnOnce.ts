const printed = new Set<string>();

/**
 * Prints a line for the developer, once a page: what is wrong, and the cure. In production too: the
 * customer cannot pay, and the line is all that a shop's error tracker sees. No line may hold a key, a
 * client secret, or what a customer has entered.
 */
export function warnOnce(line: string, print: (line: string) => void = console.error): void {
  if (printed.has(line)) return;
  printed.add(line);
  print(`Paystep: ${line}`);
}
