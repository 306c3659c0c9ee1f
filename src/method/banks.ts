/** A bank as the gateway calls it, and as its customers do. */
export type Bank = readonly [value: string, name: string];

const banks = (list: string): readonly Bank[] =>
  list
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => {
      const gap = line.indexOf(' ');
      return [line.slice(0, gap), line.slice(gap + 1)] as const;
    });

/** The banks that a method's customers choose from. Source of the values: Stripe's API types. */
export const BANKS: Readonly<Record<string, readonly Bank[]>> = {
  fpx: banks(`
    affin_bank Affin Bank
    agrobank AGRONet
    alliance_bank Alliance Bank
    ambank AmBank
    bank_islam Bank Islam
    bank_muamalat Bank Muamalat
    bank_of_china Bank of China
    bank_rakyat Bank Rakyat
    bnp_paribas BNP Paribas
    bsn BSN
    cimb CIMB Clicks
    citibank Citibank
    deutsche_bank Deutsche Bank
    hong_leong_bank Hong Leong Bank
    hsbc HSBC Bank
    kfh KFH
    maybank2e Maybank2E
    maybank2u Maybank2U
    mbsb_bank MBSB Bank
    ocbc OCBC Bank
    pb_enterprise PB Enterprise
    public_bank Public Bank
    rhb RHB Bank
    standard_chartered Standard Chartered
    uob UOB Bank`),
  eps: banks(`
    arzte_und_apotheker_bank Ärzte- und Apothekerbank
    austrian_anadi_bank_ag Austrian Anadi Bank
    bank_austria Bank Austria
    bankhaus_carl_spangler Bankhaus Carl Spängler
    bankhaus_schelhammer_und_schattera_ag Bankhaus Schelhammer & Schattera
    bawag_psk_ag BAWAG
    bks_bank_ag BKS Bank
    brull_kallmus_bank_ag Brüll Kallmus Bank
    btv_vier_lander_bank BTV Vier Länder Bank
    capital_bank_grawe_gruppe_ag Capital Bank Grawe Gruppe
    deutsche_bank_ag Deutsche Bank
    dolomitenbank Dolomitenbank
    easybank_ag easybank
    erste_bank_und_sparkassen Erste Bank und Sparkassen
    hypo_alpeadriabank_international_ag Hypo Alpe-Adria-Bank International
    hypo_bank_burgenland_aktiengesellschaft Hypo-Bank Burgenland
    hypo_noe_lb_fur_niederosterreich_u_wien Hypo NOE Niederösterreich und Wien
    hypo_oberosterreich_salzburg_steiermark Hypo Oberösterreich, Salzburg, Steiermark
    hypo_tirol_bank_ag Hypo Tirol Bank
    hypo_vorarlberg_bank_ag Hypo Vorarlberg Bank
    marchfelder_bank Marchfelder Bank
    oberbank_ag Oberbank
    raiffeisen_bankengruppe_osterreich Raiffeisen Bankengruppe Österreich
    schoellerbank_ag Schoellerbank
    sparda_bank_wien Sparda-Bank Wien
    volksbank_gruppe Volksbank Gruppe
    volkskreditbank_ag Volkskreditbank
    vr_bank_braunau VR-Bank Braunau`),
  p24: banks(`
    alior_bank Alior Bank
    bank_millennium Bank Millennium
    bank_nowy_bfg_sa Bank Nowy
    bank_pekao_sa Bank Pekao
    banki_spbdzielcze Banki spółdzielcze
    blik BLIK
    bnp_paribas BNP Paribas
    boz BOŚ
    citi_handlowy Citi Handlowy
    credit_agricole Crédit Agricole
    envelobank EnveloBank
    etransfer_pocztowy24 e-Transfer Pocztowy24
    ing ING
    inteligo inteligo
    mbank_mtransfer mBank
    nest_przelew Nest Przelew
    noble_pay Noble Pay
    pbac_z_ipko Płacę z iPKO
    plus_bank Plus Bank
    santander_przelew24 Santander
    toyota_bank Toyota Bank
    velobank VeloBank
    volkswagen_bank Volkswagen Bank`),
};

/** The countries that a method serves, ISO 3166. Source: Stripe's documents of each method; of the last, where SEPA reaches. */
export const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  afterpay_clearpay: ['AU', 'CA', 'GB', 'NZ', 'US'],
  klarna: [
    ...['AT', 'AU', 'BE', 'CA', 'CH', 'CZ', 'DE', 'DK', 'ES', 'FI', 'FR', 'GB', 'GR'],
    ...['IE', 'IT', 'NL', 'NO', 'NZ', 'PL', 'PT', 'RO', 'SE', 'US'],
  ],
  sofort: ['AT', 'BE', 'DE', 'ES', 'IT', 'NL'],
  // European Payments Council, EPC409-09.
  bank_transfer_eu: [
    ...['AD', 'AT', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GR'],
    ...['HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MC', 'MT', 'NL', 'NO', 'PL', 'PT'],
    ...['RO', 'SE', 'SI', 'SK', 'SM', 'VA'],
  ],
};
