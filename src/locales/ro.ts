import type { Messages } from './en.ts';

export const messages: Messages = {
  lang: 'ro',
  dir: 'ltr',
  methods: {},
  apps: {},

  payment: 'Plată',
  checkAgain: 'Verificați din nou',
  iHavePaid: 'Am plătit',
  checking: 'Se verifică…',
  notYet: 'Încă nu am primit nicio plată. Verificăm în continuare.',
  tryAgain: 'Încercați din nou',
  reconnecting: 'Conexiune pierdută. Se reconectează…',
  reconnected: 'Conexiune restabilită.',
  paused: 'Am oprit verificarea plății dumneavoastră.',

  loading: 'Se încarcă plata…',
  loadFailed: 'O parte a acestei pagini nu a putut fi încărcată.',
  payable: {
    title: 'Totul este pregătit pentru plată',
    text: 'Magazinul nu a inițiat încă această plată.',
  },
  processing: {
    title: 'Plata se procesează',
    text: 'Poate dura câteva momente. Nu trebuie să plătiți din nou.',
  },
  delayed: {
    title: 'Aici totul este gata',
    text: 'Banca are nevoie acum de câteva zile pentru a efectua plata. Puteți închide această pagină: magazinul va fi informat.',
  },
  unclear: {
    title: 'Plata se verifică',
    text: 'Încă nu știm dacă plata a reușit. Vă rugăm să contactați magazinul înainte de a plăti din nou.',
  },
  succeeded: {
    title: 'Plată finalizată',
    text: 'Vă mulțumim. Plata dumneavoastră a fost primită.',
  },
  authorized: {
    title: 'Plată autorizată',
    text: 'Suma este rezervată. Magazinul o va încasa mai târziu.',
  },
  canceled: {
    title: 'Plată anulată',
    text: 'Această plată a fost anulată. Nu mai aveți nimic de făcut aici.',
    automatic:
      'Serviciul de plată a închis această plată. Vă rugăm să o luați de la capăt în magazin.',
  },
  unavailable: {
    title: 'Plată indisponibilă',
    unreachable: 'Serviciul de plată nu poate fi contactat. Încercăm în continuare.',
    invalid:
      'Această plată nu poate fi afișată aici. Dacă ați plătit deja, nu plătiți din nou și contactați magazinul.',
  },

  qr: {
    title: (name) => (name ? `Plătiți cu ${name}` : 'Scanați pentru a plăti'),
    label: (name, amount) =>
      `Cod QR pentru a plăti${amount && ` ${amount}`}${name && ` cu ${name}`}`,
    open: (name) => `Deschideți ${name || 'aplicația băncii'} pe telefon`,
    scan: 'Scanați acest cod',
    save: 'Salvați acest cod sau faceți o captură de ecran',
    hold: 'Țineți apăsat pe cod pentru a-l salva',
    choose: (name) => `Deschideți ${name || 'aplicația băncii'} și scanați codul din fotografii`,
    confirm: (amount) => `Confirmați plata${amount && ` de ${amount}`}`,
    waiting: 'Așteptăm plata dumneavoastră…',
  },
  leaving: (name) => `Vă redirecționăm către ${name || 'banca dumneavoastră'}…`,
  go: (name) => `Continuați către ${name || 'banca dumneavoastră'}`,

  expiresIn: (time) => `Expiră în ${time}`,
  expiresOn: (date) => `Valabil până la ${date}`,
  copy: (what) => `Copiați: ${what}`,
  copied: 'Copiat',
  copyFailed: 'Selectați textul pentru a-l copia',
  shareDetails: 'Distribuiți datele',
  copyDetails: 'Copiați toate datele',

  expired: {
    title: 'Acest cod a expirat',
    newCode: 'Obțineți un cod nou',
    renew: 'Dacă tocmai ați plătit, verificați din nou. În caz contrar, obțineți un cod nou.',
    goBack:
      'Dacă tocmai ați plătit, verificați din nou. În caz contrar, reveniți la magazin și luați-o de la capăt.',
    appSays: 'Dacă aplicația vă spune că acest cod a expirat, obțineți unul nou.',
  },
  failed: {
    title: 'Plată nereușită',
    declined: 'Banca a refuzat plata. Nu s-a debitat nicio sumă.',
    funds: 'Fonduri insuficiente pentru această plată. Nu s-a debitat nicio sumă.',
    limit: 'A fost atinsă o limită a cardului sau a contului. Nu s-a debitat nicio sumă.',
    authentication:
      'Banca nu a putut confirma identitatea dumneavoastră. Nu s-a debitat nicio sumă.',
    canceled: 'Plata a fost anulată înainte de a fi efectuată. Nu s-a debitat nicio sumă.',
    expired: 'Timpul pentru plată a expirat. Nu s-a debitat nicio sumă.',
    busy: 'Banca nu a putut procesa plata acum. Încercați din nou peste câteva minute.',
    unsupported:
      'Această plată nu poate fi efectuată cu acel card sau cont. Vă rugăm să plătiți altfel.',
    expiredCard: 'Acest card a expirat. Vă rugăm să folosiți altul.',
    number: 'Numărul cardului nu este corect. Vă rugăm să îl verificați.',
    expiry: 'Data expirării nu este corectă. Vă rugăm să o verificați.',
    securityCode: 'Codul de securitate nu este corect. Vă rugăm să îl verificați.',
    address: 'Adresa de facturare nu corespunde cardului. Vă rugăm să o verificați.',
    code: 'Banca nu a acceptat codul. Obțineți unul nou în aplicația băncii și încercați din nou.',
    account:
      'Banca nu a acceptat acest cont. Vă rugăm să verificați datele contului sau să plătiți altfel.',
    other: 'Plata nu a fost efectuată.',
  },
  pay: {
    title: 'Cum doriți să plătiți?',
    none: 'Această plată nu poate fi efectuată pe această pagină. Vă rugăm să reveniți la magazin.',
    now: (amount) => (amount ? `Plătiți ${amount}` : 'Plătiți acum'),
    code: 'Afișați codul QR',
    voucher: 'Obțineți voucherul',
    transfer: 'Afișați datele bancare',
    busy: 'Un moment…',
    another: 'Altă modalitate de a plăti',
    back: 'Înapoi la plată',
    confirm: 'Confirmați plata',
    ending: (name, digits) => `${name} care se termină în ${digits}`,
    card: 'Card',
    bankTransfer: 'Transfer bancar',
    optional: (label) => `${label} (opțional)`,
    choose: 'Alegeți',
    anyBank: 'Alegeți pe pagina următoare',
    refused: 'Datele nu au fost acceptate. Verificați ce ați introdus sau plătiți altfel.',
    unanswered: 'Serviciul de plată nu a răspuns. Vă rugăm să încercați din nou.',
    changed:
      'Între timp suma s-a modificat. Vă rugăm să o verificați și să plătiți dacă sunteți de acord.',
    fields: {
      name: 'Nume complet',
      email: 'E-mail',
      phone: 'Număr de telefon mobil',
      taxId: 'CPF sau CNPJ',
      bank: 'Bancă',
      code: 'Codul din aplicația băncii',
      line1: 'Strada și numărul',
      city: 'Localitate',
      state: 'Stat sau județ',
      postalCode: 'Cod poștal',
      country: 'Țară',
      provider: 'Operator de plăți mobile',
      app: 'Aplicația cu care plătiți',
    },
    agree: (shop) =>
      `Sunteți de acord ca ${shop || 'magazinul'} să folosească această metodă de plată pentru încasări viitoare.`,
    wrong: {
      name: 'Introduceți prenumele și numele.',
      email: 'Introduceți adresa de e-mail, de exemplu nume@example.com.',
      phone: 'Introduceți numărul de telefon mobil cu prefixul țării, de exemplu +351 912 345 678.',
      taxId: 'Introduceți un CPF (11 cifre) sau un CNPJ (14 caractere) valid.',
      bank: 'Alegeți banca.',
      code: 'Introduceți cele 6 cifre afișate în aplicația băncii.',
      line1: 'Introduceți strada și numărul.',
      city: 'Introduceți localitatea.',
      state: 'Introduceți statul sau județul.',
      postalCode: 'Introduceți codul poștal.',
      country: 'Alegeți țara.',
      provider: 'Alegeți operatorul.',
      app: 'Alegeți aplicația cu care plătiți.',
    },
  },
  redirect: {
    title: (name) => (name ? `Plătiți cu ${name}` : 'Continuați pentru a plăti'),
    text: (name) =>
      `Veți finaliza plata pe pagina ${name || 'băncii dumneavoastră'}, apoi veți reveni aici.`,
    popup: 'Finalizați plata în fereastra care s-a deschis.',
    again: 'Deschideți din nou fereastra',
    refused: 'Magazinul nu a putut pregăti acest pas. Vă rugăm să încercați din nou.',
  },
  framed: {
    title: 'Sunteți tot aici?',
    text: 'Pagina în care este afișat acest magazin s-ar putea să nu vă permită să o părăsiți. Continuați într-o filă nouă.',
    tab: 'Deschideți într-o filă nouă',
    noTab: 'Nu se deschide nici fila nouă? Copiați adresa și deschideți-o în browser.',
    copy: 'Copiați adresa',
  },
  picture: {
    save: 'Salvați codul',
    share: 'Distribuiți codul',
    copy: 'Copiați codul ca text',
    hosted: 'Deschideți codul pe o pagină separată',
    unreadable:
      'Codul nu poate fi afișat aici. Vă rugăm să reveniți la magazin și să plătiți altfel.',
  },
  app: {
    title: (name) => `Plătiți cu ${name || 'o aplicație'}`,
    text: (name) => `Confirmați plata în ${name || 'aplicația portofel'}, apoi reveniți aici.`,
    open: (name) => `Deschideți ${name || 'aplicația portofel'}`,
    page: 'Continuați în browser',
    direct: 'Deschideți direct aplicația',
    scan: (name) =>
      `Scanați acest cod cu camera telefonului pentru a continua în ${name || 'aplicația portofel'}.`,
    label: (name) => `Cod QR care deschide ${name || 'aplicația portofel'} pe telefon`,
    phone: (name) =>
      `Această plată poate fi efectuată numai în ${name || 'aplicația portofel'} pe un telefon. Deschideți acolo această pagină pentru a continua.`,
    stuck: 'S-a deschis aplicația?',
    choose: 'Alegeți aplicația',
    other: 'Altă aplicație',
    missing: (name) =>
      `Dacă nu, este posibil ca ${name || 'aplicația'} să nu fie pe acest telefon.`,
    back: (name) => `Ați plătit în ${name || 'aplicația portofel'}? Căutăm plata dumneavoastră.`,
    again: 'Plătiți din nou',
    refused: (name) => `Nu puteți folosi ${name} în această aplicație.`,
    browser:
      'Deschideți această pagină în browser: atingeți meniul (⋯ sau ⋮), apoi „Deschideți în browser”.',
    address: 'Copiați adresa acestei pagini',
  },
  wechat: {
    text: 'Confirmați plata în WeChat.',
    opening: 'Se deschide WeChat Pay…',
    pay: 'Plătiți cu WeChat Pay',
    canceled: 'WeChat Pay a fost închis înainte de efectuarea plății.',
    failed: 'WeChat Pay nu a putut fi deschis.',
    refused: 'Această plată nu poate fi efectuată în WeChat.',
    outside:
      'Această plată poate fi efectuată numai în WeChat. Deschideți acolo această pagină pentru a continua.',
  },
  voucher: {
    title: (name) => `Plătiți cu ${name}`,
    where: {
      oxxo: 'Arătați voucherul în orice magazin OXXO și plătiți în numerar.',
      boleto: 'Plătiți boleto în aplicația băncii, la o bancă sau la o agenție loto.',
      konbini: 'Plătiți într-unul dintre aceste magazine cu ajutorul codurilor sale.',
      multibanco: 'Plătiți la un automat Multibanco sau în aplicația băncii.',
    },
    payBy: (date) => `Plătiți până la ${date}`,
    open: 'Deschideți voucherul',
    pdf: 'Descărcați ca PDF',
    barcode: (number) => `Cod de bare cu numărul ${number}`,
    print: 'Imprimați',
    waiting:
      'Așteptăm plata dumneavoastră. Puteți închide această pagină: magazinul va fi informat.',
    expired: 'Timpul pentru plată a expirat',
    expiredText:
      'Dacă ați plătit deja, nu mai aveți nimic de făcut: confirmarea poate dura câteva zile.',
  },
  transfer: {
    title: 'Plătiți prin transfer bancar',
    text: 'Faceți un transfer la banca dumneavoastră cu aceste date.',
    part: (received, amount, rest) =>
      `Am primit ${received} din ${amount}. Vă rugăm să transferați restul de ${rest} cu aceste date.`,
    still: (received) => `Încă nu am primit mai mult de ${received}. Verificăm în continuare.`,
    amount: 'Rest de plată',
    reference: 'Includeți referința în transfer, pentru ca plata să poată fi identificată.',
    open: 'Deschideți instrucțiunile',
    scan: 'Scanați cu aplicația băncii',
    label: (amount) => `Cod QR pentru un transfer${amount && ` de ${amount}`}`,
    waiting:
      'Așteptăm transferul dumneavoastră. Poate dura câteva zile, iar această pagină poate fi închisă.',
  },
  accounts: {
    iban: 'Transfer SEPA',
    sort_code: 'Transfer bancar în Regatul Unit',
    aba: 'Transfer în SUA (ACH sau wire)',
    swift: 'Transfer internațional (SWIFT)',
    zengin: 'Transfer bancar în Japonia',
    spei: 'Transfer SPEI',
  },
  details: {
    number: 'Număr',
    entity: 'Entitate',
    reference: 'Referință',
    payment_code: 'Cod de plată',
    confirmation_number: 'Număr de confirmare',
    iban: 'IBAN',
    bic: 'BIC',
    clabe: 'CLABE',
    sort_code: 'Sort code',
    routing_number: 'Routing number',
    swift_code: 'Cod SWIFT',
    account_number: 'Număr de cont',
    account_type: 'Tip de cont',
    bank_code: 'Codul băncii',
    bank_name: 'Bancă',
    branch_code: 'Codul sucursalei',
    branch_name: 'Sucursală',
    account_holder_name: 'Titularul contului',
    account_holder_address: 'Adresa titularului',
    bank_address: 'Adresa băncii',
    country: 'Țară',
  },
  accountTypes: {
    checking: 'Cont curent',
    savings: 'Cont de economii',
    futsu: 'Cont obișnuit (普通)',
    toza: 'Cont curent (当座)',
  },
  await: {
    approval: 'Aprobați plata',
    approve: (name) =>
      `Deschideți ${name ? `aplicația ${name}` : 'aplicația băncii'} pe telefon și aprobați plata.`,
    silent:
      'Nu a sosit niciun mesaj? Deschideți chiar dumneavoastră aplicația: plata așteaptă acolo.',
    asked:
      'Banca vă trimite un mesaj despre această plată. Urmați instrucțiunile din mesaj pentru a o aproba.',
    approveBy: (date) => `Aprobați-o înainte de ${date}.`,
    notice: 'Banca vă va anunța',
    charged: (date) =>
      `Plata va fi încasată ${date ? `pe ${date}` : 'în una sau două zile'}. Nu mai aveți nimic de făcut.`,
    deposits: 'Verificați contul bancar',
    amounts: (date) =>
      `Două sume mici vor intra în contul dumneavoastră ${date ? `până la ${date}` : 'în una sau două zile'}. Introduceți-le pentru a finaliza plata.`,
    code: (date) =>
      `O sumă mică va intra în contul dumneavoastră ${date ? `până la ${date}` : 'în una sau două zile'}. Descrierea ei conține un cod care începe cu SM. Introduceți-l pentru a finaliza plata.`,
    enterAmounts: 'Introduceți sumele',
    enterCode: 'Introduceți codul',
    expired: 'Timpul pentru aprobare a expirat',
  },
  fingerprint: {
    title: 'Se verifică la bancă',
    text: 'Durează câteva secunde. Vă rugăm să nu închideți această pagină.',
    slow: 'Banca are nevoie de mai mult timp.',
  },
  challenge: {
    title: 'Confirmați la bancă',
    text: 'Banca vrea să se asigure că sunteți dumneavoastră.',
    cancel: 'Anulați',
    resume: 'Continuați',
    dismissed:
      'Plata nu este finalizată. Banca trebuie încă să confirme identitatea dumneavoastră.',
    trouble: 'Probleme cu această pagină?',
    silent: 'Pagina băncii nu răspunde.',
    ownPage: 'Continuați pe pagina băncii',
  },
  sdk: {
    title: 'Încă un pas',
    text: 'Magazinul continuă această plată pentru dumneavoastră. Vă rugăm să nu închideți această pagină.',
    unhandled:
      'Acest pas nu poate fi afișat aici. Vă rugăm să reveniți la magazin și să plătiți altfel.',
  },
  unsupported: {
    title: 'Acest pas nu poate fi afișat',
    text: 'Plata necesită un pas pe care această pagină nu îl cunoaște. Dacă ați plătit deja, această pagină vă va anunța. În caz contrar, vă rugăm să plătiți altfel.',
  },
  setup: {
    payment: 'Metodă de plată',
    notYet: 'Încă nu am primit nimic. Verificăm în continuare.',
    paused: 'Am oprit verificarea.',
    loading: 'Se încarcă…',
    payable: {
      title: 'Totul este pregătit pentru salvare',
      text: 'Magazinul nu a inițiat încă această operațiune.',
    },
    processing: {
      title: 'Metoda de plată se salvează',
      text: 'Poate dura câteva momente. Nu trebuie să repetați operațiunea.',
    },
    unclear: {
      title: 'Metoda de plată se verifică',
      text: 'Încă nu știm dacă a fost salvată. Vă rugăm să contactați magazinul înainte de a încerca din nou.',
    },
    succeeded: {
      title: 'Metodă de plată salvată',
      text: 'Metoda de plată a fost salvată. Nu s-a debitat nicio sumă.',
    },
    canceled: {
      title: 'Operațiune anulată',
      text: 'Nu a fost salvată nicio metodă de plată. Nu mai aveți nimic de făcut aici.',
      automatic:
        'Serviciul de plată a închis această operațiune. Vă rugăm să o luați de la capăt în magazin.',
    },
    unavailable: {
      title: 'Indisponibil',
      unreachable: 'Serviciul de plată nu poate fi contactat. Încercăm în continuare.',
      invalid: 'Această operațiune nu poate fi afișată aici. Vă rugăm să contactați magazinul.',
    },
    qr: {
      title: (name) => (name ? `Salvați ${name}` : 'Scanați pentru a continua'),
      label: () => 'Cod QR pentru a salva metoda de plată',
      confirm: () => 'Confirmați acolo',
      waiting: 'Așteptăm confirmarea dumneavoastră…',
    },
    failed: {
      title: 'Metoda de plată nu a fost salvată',
      other: 'Metoda de plată nu a putut fi salvată.',
      declined: 'Banca a refuzat operațiunea. Nu s-a debitat nicio sumă.',
      funds: 'Banca a refuzat operațiunea. Nu s-a debitat nicio sumă.',
      canceled: 'Operațiunea a fost anulată înainte de a fi finalizată. Nu s-a debitat nicio sumă.',
      expired: 'Timpul pentru confirmare a expirat. Nu s-a debitat nicio sumă.',
      busy: 'Banca nu a putut efectua operațiunea acum. Încercați din nou peste câteva minute.',
      unsupported: 'Acel card sau cont nu poate fi salvat. Vă rugăm să alegeți altul.',
      account:
        'Banca nu a acceptat acest cont. Vă rugăm să verificați datele contului sau să alegeți altul.',
    },
    pay: {
      title: 'Ce metodă de plată doriți să salvați?',
      none: 'Pe această pagină nu poate fi salvată nicio metodă de plată. Vă rugăm să reveniți la magazin.',
      now: () => 'Salvați',
      another: 'Altă metodă de plată',
      back: 'Înapoi',
      confirm: 'Salvați metoda de plată',
      refused: 'Datele nu au fost acceptate. Verificați ce ați introdus sau alegeți altă metodă.',
      fields: { app: 'Aplicația cu care confirmați' },
      wrong: { app: 'Alegeți aplicația cu care confirmați.' },
    },
    expired: {
      renew: 'Dacă tocmai ați confirmat, verificați din nou. În caz contrar, obțineți un cod nou.',
      goBack:
        'Dacă tocmai ați confirmat, verificați din nou. În caz contrar, reveniți la magazin și luați-o de la capăt.',
    },
    iHavePaid: 'Am confirmat',
    delayed: {
      title: 'Aici totul este gata',
      text: 'Banca are nevoie acum de câteva zile pentru a confirma contul. Puteți închide această pagină: magazinul va fi informat.',
    },
    picture: {
      unreadable:
        'Codul nu poate fi afișat aici. Vă rugăm să reveniți la magazin și să alegeți altă metodă.',
    },
    redirect: {
      title: (name) => (name ? `Continuați cu ${name}` : 'Continuați'),
      text: (name) =>
        `Veți confirma pe pagina ${name || 'băncii dumneavoastră'}, apoi veți reveni aici.`,
      popup: 'Finalizați în fereastra care s-a deschis.',
    },
    app: {
      title: (name) => `Continuați în ${name || 'aplicație'}`,
      text: (name) => `Confirmați în ${name || 'aplicația portofel'}, apoi reveniți aici.`,
      phone: (name) =>
        `Această operațiune poate fi efectuată numai în ${name || 'aplicația portofel'} pe un telefon. Deschideți acolo această pagină pentru a continua.`,
      back: (name) =>
        `Ați confirmat în ${name || 'aplicația portofel'}? Căutăm confirmarea dumneavoastră.`,
      again: 'Încercați din nou',
    },
    await: {
      approval: 'Confirmați pe telefon',
      approve: (name) =>
        `Deschideți ${name ? `aplicația ${name}` : 'aplicația băncii'} pe telefon și confirmați acolo.`,
      silent:
        'Nu a sosit niciun mesaj? Deschideți chiar dumneavoastră aplicația: solicitarea așteaptă acolo.',
      asked:
        'Banca vă trimite un mesaj în acest sens. Urmați instrucțiunile din mesaj pentru a confirma.',
      approveBy: (date) => `Confirmați înainte de ${date}.`,
      amounts: (date) =>
        `Două sume mici vor intra în contul dumneavoastră ${date ? `până la ${date}` : 'în una sau două zile'}. Introduceți-le pentru a salva contul.`,
      code: (date) =>
        `O sumă mică va intra în contul dumneavoastră ${date ? `până la ${date}` : 'în una sau două zile'}. Descrierea ei conține un cod care începe cu SM. Introduceți-l pentru a salva contul.`,
      expired: 'Timpul pentru confirmare a expirat',
    },
    challenge: {
      dismissed:
        'Încă nu s-a salvat nimic. Banca trebuie încă să confirme identitatea dumneavoastră.',
    },
    sdk: {
      text: 'Magazinul continuă această operațiune pentru dumneavoastră. Vă rugăm să nu închideți această pagină.',
      unhandled:
        'Acest pas nu poate fi afișat aici. Vă rugăm să reveniți la magazin și să alegeți altă metodă.',
    },
    unsupported: {
      text: 'Salvarea necesită un pas pe care această pagină nu îl cunoaște. Dacă ați confirmat deja, această pagină vă va anunța. În caz contrar, vă rugăm să alegeți altă metodă.',
    },
  },
};
