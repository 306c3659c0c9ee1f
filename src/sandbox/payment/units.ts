/** How a gateway writes times and currencies. */
export interface Units {
  time(milliseconds: number): number;
  currency(code: string): string;
}
