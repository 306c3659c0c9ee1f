/** How many digits each kind of boleto is typed with; the barcode has 44 of them. */
const SLIP = /^\d{47}$/;
const UTILITY = /^8\d[6-9]\d{45}$/;

/**
 * The 44 digits in the barcode of a boleto, from the line that a customer types: that of a bank
 * slip (47 digits) or of a bill of a utility or an authority (48). Null where a check digit is
 * wrong. Sources: FEBRABAN's layout for bills with a barcode, version 5, and Banco Central's
 * Circular 3.598 for bank slips.
 */
export function boletoDigits(line: string): string | null {
  const digits = line.replace(/[ .-]/g, '');
  if (SLIP.test(digits)) return slipDigits(digits);
  return UTILITY.test(digits) ? utilityDigits(digits) : null;
}

/** Bank and currency, check digit, date and amount, and then what the three fields begin with. */
function slipDigits(line: string): string | null {
  const fields = [line.slice(0, 10), line.slice(10, 21), line.slice(21, 32)];
  const data = fields.map((field) => field.slice(0, -1)).join('');
  const head = data.slice(0, 4);
  const tail = line.slice(33) + data.slice(4);
  const check = line.charAt(32);
  const isRight = fields.every(endsInCheck(modulo10)) && check === slipCheck(head + tail);
  return isRight ? head + check + tail : null;
}

/** Four blocks of eleven digits, each with its check digit; the third digit says by which modulus. */
function utilityDigits(line: string): string | null {
  const blocks = [0, 12, 24, 36].map((at) => line.slice(at, at + 12));
  const digits = blocks.map((block) => block.slice(0, -1)).join('');
  const checkOf = /^..[67]/.test(digits) ? modulo10 : utilityCheck;
  const isRight =
    blocks.every(endsInCheck(checkOf)) &&
    digits.charAt(3) === checkOf(digits.slice(0, 3) + digits.slice(4));
  return isRight ? digits : null;
}

type CheckDigit = (digits: string) => string;

const endsInCheck = (checkOf: CheckDigit) => (field: string) =>
  field.slice(-1) === checkOf(field.slice(0, -1));

const fromTheRight = (digits: string) => [...digits].reverse().map(Number);

/** Doubles each second digit from the right, and sums the digits of that. */
function modulo10(digits: string): string {
  const sum = fromTheRight(digits).reduce((total, digit, at) => {
    const product = digit * (at % 2 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** Weights from 2 to 9, from the right. */
function modulo11(digits: string): number {
  const sum = fromTheRight(digits).reduce((total, digit, at) => total + digit * (2 + (at % 8)), 0);
  return 11 - (sum % 11);
}

/** A bank slip has 1 for what is no digit, and never 0. */
const slipCheck: CheckDigit = (digits) => {
  const check = modulo11(digits);
  return String(check > 9 ? 1 : check);
};

/** A utility's bill has 0. */
const utilityCheck: CheckDigit = (digits) => {
  const check = modulo11(digits);
  return String(check > 9 ? 0 : check);
};
