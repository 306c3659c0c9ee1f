import type { Folded } from './normalizeInput.ts';

/** Brazil's states, by the codes that a boleto's address has (ISO 3166-2:BR). */
const STATES = `AC Acre, AL Alagoas, AP Amapá, AM Amazonas, BA Bahia, CE Ceará, DF Distrito Federal,
  ES Espírito Santo, GO Goiás, MA Maranhão, MT Mato Grosso, MS Mato Grosso do Sul, MG Minas Gerais,
  PA Pará, PB Paraíba, PR Paraná, PE Pernambuco, PI Piauí, RJ Rio de Janeiro, RN Rio Grande do Norte,
  RS Rio Grande do Sul, RO Rondônia, RR Roraima, SC Santa Catarina, SP São Paulo, SE Sergipe,
  TO Tocantins`;

/** Without accents and case, which many leave out. */
const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

const CODES = new Map(
  STATES.split(/,\s+/).flatMap((state) => {
    const code = state.slice(0, 2);
    return [code, state.slice(3)].map((name) => [plain(name), code] as const);
  }),
);

/** The code of a Brazilian state, by that, its name or both (`São Paulo - SP`); null where it is none. */
export function readState(entered: Folded): string | null {
  const parts = [entered, ...entered.split(/[\p{Pd}/(),]/u)];
  const codes = new Set(parts.flatMap((part) => CODES.get(plain(part)) ?? []));
  return codes.size === 1 ? ([...codes][0] ?? null) : null;
}
