import type { Messages } from './en.ts';

// Names take neither an article nor an ending here: they stand after a colon or in parentheses.
export const messages: Messages = {
  lang: 'hu',
  dir: 'ltr',
  methods: {},
  apps: {},

  payment: 'Fizetés',
  checkAgain: 'Újraellenőrzés',
  iHavePaid: 'Már fizettem',
  checking: 'Ellenőrzés…',
  notYet: 'A fizetés még nem érkezett meg. Tovább figyeljük.',
  tryAgain: 'Újrapróbálás',
  reconnecting: 'Megszakadt a kapcsolat. Újracsatlakozás…',
  reconnected: 'A kapcsolat helyreállt.',
  paused: 'Már nem figyeljük, hogy megérkezik-e a fizetése.',

  loading: 'A fizetés betöltése…',
  loadFailed: 'Az oldal egy részét nem sikerült betölteni.',
  payable: {
    title: 'Fizetésre kész',
    text: 'A webáruház még nem indította el ezt a fizetést.',
  },
  processing: {
    title: 'Fizetés feldolgozása',
    text: 'Ez eltarthat egy ideig. Nem kell újra fizetnie.',
  },
  delayed: {
    title: 'Itt minden kész',
    text: 'A bankjának most néhány napra van szüksége a fizetés teljesítéséhez. Bezárhatja ezt az oldalt: a webáruház értesülni fog róla.',
  },
  unclear: {
    title: 'Fizetés ellenőrzése',
    text: 'Még nem tudjuk, sikerült-e. Mielőtt újra fizet, érdeklődjön a webáruháznál.',
  },
  succeeded: { title: 'Sikeres fizetés', text: 'Köszönjük. A fizetése megérkezett.' },
  authorized: {
    title: 'Fizetés engedélyezve',
    text: 'Az összeg zárolva van. A webáruház később vonja le.',
  },
  canceled: {
    title: 'Fizetés törölve',
    text: 'Ezt a fizetést törölték. Nincs több teendője.',
    automatic: 'A fizetési szolgáltató lezárta ezt a fizetést. Kezdje újra a webáruházban.',
  },
  unavailable: {
    title: 'A fizetés nem érhető el',
    unreachable: 'A fizetési szolgáltató nem érhető el. Tovább próbálkozunk.',
    invalid:
      'Ez a fizetés itt nem jeleníthető meg. Ha már fizetett, ne fizessen újra, hanem érdeklődjön a webáruháznál.',
  },

  qr: {
    title: (name) => (name ? `Fizetési mód: ${name}` : 'Olvassa be a fizetéshez'),
    label: (name, amount) => `QR-kód a fizetéshez${amount && `, ${amount}`}${name && `, ${name}`}`,
    open: (name) =>
      name
        ? `Nyissa meg a telefonján az alkalmazást (${name})`
        : 'Nyissa meg a telefonján a bankja alkalmazását',
    scan: 'Olvassa be ezt a kódot',
    save: 'Mentse ezt a kódot, vagy készítsen képernyőképet',
    hold: 'A mentéshez tartsa az ujját a kódon',
    choose: (name) =>
      name
        ? `Nyissa meg az alkalmazást (${name}), és olvassa be vele a kódot a fényképei közül`
        : 'Nyissa meg a bankja alkalmazását, és olvassa be vele a kódot a fényképei közül',
    confirm: (amount) => `Erősítse meg a fizetést${amount && ` (${amount})`}`,
    waiting: 'Várjuk a fizetését…',
  },
  leaving: (name) => (name ? `Átirányítás ide: ${name}…` : 'Átirányítás a bankjához…'),
  go: (name) => (name ? `Tovább ide: ${name}` : 'Tovább a bankjához'),

  expiresIn: (time) => `Lejár ${time} múlva`,
  expiresOn: (date) => `Érvényes eddig: ${date}`,
  copy: (what) => `Másolás: ${what}`,
  copied: 'Másolva',
  copyFailed: 'A másoláshoz jelölje ki a szöveget',
  shareDetails: 'Adatok megosztása',
  copyDetails: 'Minden adat másolása',

  expired: {
    title: 'Ez a kód lejárt',
    newCode: 'Új kód kérése',
    renew: 'Ha épp most fizetett, ellenőrizze újra. Ha nem, kérjen új kódot.',
    goBack:
      'Ha épp most fizetett, ellenőrizze újra. Ha nem, térjen vissza a webáruházba, és kezdje újra.',
    appSays: 'Ha az alkalmazása szerint ez a kód lejárt, kérjen újat.',
  },
  failed: {
    title: 'Sikertelen fizetés',
    declined: 'A bankja elutasította a fizetést. Nem történt terhelés.',
    funds: 'Nem volt elegendő fedezet ehhez a fizetéshez. Nem történt terhelés.',
    limit: 'A kártyája vagy számlája elérte a limitet. Nem történt terhelés.',
    authentication: 'A bankja nem tudta megerősíteni a személyazonosságát. Nem történt terhelés.',
    canceled: 'A fizetést a teljesítése előtt törölték. Nem történt terhelés.',
    expired: 'Lejárt a fizetésre rendelkezésre álló idő. Nem történt terhelés.',
    busy: 'A bankja most nem tudta feldolgozni a fizetést. Próbálja újra néhány perc múlva.',
    unsupported: 'Ezzel a kártyával vagy számlával nem fizethet. Válasszon másik fizetési módot.',
    expiredCard: 'Ez a kártya lejárt. Használjon másikat.',
    number: 'A kártyaszám nem helyes. Ellenőrizze.',
    expiry: 'A lejárati dátum nem helyes. Ellenőrizze.',
    securityCode: 'A biztonsági kód nem helyes. Ellenőrizze.',
    address: 'A számlázási cím nem egyezik a kártyáéval. Ellenőrizze.',
    code: 'A bankja nem fogadta el a kódot. Kérjen újat az alkalmazásában, és próbálja újra.',
    account:
      'A bankja nem fogadta el ezt a számlát. Ellenőrizze az adatait, vagy válasszon másik fizetési módot.',
    other: 'A fizetés nem teljesült.',
  },
  pay: {
    title: 'Hogyan szeretne fizetni?',
    none: 'Ez a fizetés ezen az oldalon nem teljesíthető. Térjen vissza a webáruházba.',
    now: (amount) => (amount ? `Fizetés: ${amount}` : 'Fizetés'),
    code: 'QR-kód megjelenítése',
    voucher: 'Befizetési bizonylat lekérése',
    transfer: 'Utalási adatok megjelenítése',
    busy: 'Egy pillanat…',
    another: 'Másik fizetési mód',
    back: 'Vissza a fizetéshez',
    confirm: 'Erősítse meg a fizetését',
    ending: (name, digits) => `${name}, utolsó számjegyek: ${digits}`,
    card: 'Kártya',
    bankTransfer: 'Banki átutalás',
    optional: (label) => `${label} (nem kötelező)`,
    choose: 'Válasszon',
    anyBank: 'Választás a következő oldalon',
    refused:
      'Ezt nem fogadták el. Ellenőrizze a megadott adatokat, vagy válasszon másik fizetési módot.',
    unanswered: 'A fizetési szolgáltató nem válaszolt. Próbálja újra.',
    changed: 'Az összeg időközben megváltozott. Ellenőrizze, és ha egyetért vele, fizessen.',
    fields: {
      name: 'Teljes név',
      email: 'E-mail-cím',
      phone: 'Mobiltelefonszám',
      taxId: 'CPF vagy CNPJ',
      bank: 'Bank',
      code: 'Kód a bankja alkalmazásából',
      line1: 'Utca, házszám',
      city: 'Település',
      state: 'Állam vagy megye',
      postalCode: 'Irányítószám',
      country: 'Ország',
      provider: 'Mobilfizetési szolgáltató',
      app: 'Alkalmazás a fizetéshez',
    },
    agree: (shop) =>
      `Engedélyezi, hogy a webáruház${shop && ` (${shop})`} ezt a fizetési módot későbbi fizetésekkel megterhelje.`,
    wrong: {
      name: 'Adja meg a vezeték- és utónevét.',
      email: 'Adja meg az e-mail-címét, például: nev@example.com.',
      phone: 'Adja meg a mobiltelefonszámát országhívószámmal, például: +351 912 345 678.',
      taxId: 'Adjon meg érvényes CPF-et (11 számjegy) vagy CNPJ-t (14 karakter).',
      bank: 'Válassza ki a bankját.',
      code: 'Adja meg a bankja alkalmazásában látható 6 számjegyet.',
      line1: 'Adja meg az utcát és a házszámot.',
      city: 'Adja meg a települést.',
      state: 'Adja meg az államot vagy megyét.',
      postalCode: 'Adja meg az irányítószámot.',
      country: 'Válassza ki az országot.',
      provider: 'Válassza ki a szolgáltatóját.',
      app: 'Válassza ki az alkalmazást a fizetéshez.',
    },
  },
  redirect: {
    title: (name) => (name ? `Fizetési mód: ${name}` : 'Tovább a fizetéshez'),
    text: (name) =>
      `A fizetést ${name ? `a szolgáltató oldalán (${name})` : 'a bankja oldalán'} fejezi be, majd visszatér ide.`,
    popup: 'Fejezze be a fizetést a megnyílt ablakban.',
    again: 'Ablak újbóli megnyitása',
    refused: 'A webáruház nem tudta előkészíteni ezt a lépést. Próbálja újra.',
  },
  framed: {
    title: 'Még mindig itt van?',
    text: 'A webáruházat megjelenítő oldal talán nem engedi továbblépni. Folytassa egy új lapon.',
    tab: 'Megnyitás új lapon',
    noTab: 'Új lap sem nyílik meg? Másolja ki a címet, és nyissa meg a böngészőjében.',
    copy: 'Cím másolása',
  },
  picture: {
    save: 'Kód mentése',
    share: 'Kód megosztása',
    copy: 'Kód másolása szövegként',
    hosted: 'Kód megnyitása külön oldalon',
    unreadable:
      'A kód itt nem jeleníthető meg. Térjen vissza a webáruházba, és válasszon másik fizetési módot.',
  },
  app: {
    title: (name) => (name ? `Fizetési mód: ${name}` : 'Fizetés alkalmazással'),
    text: (name) =>
      `Erősítse meg a fizetést ${name ? `az alkalmazásban (${name})` : 'a tárcaalkalmazásában'}, majd térjen vissza ide.`,
    open: (name) => (name ? `Megnyitás: ${name}` : 'Tárcaalkalmazás megnyitása'),
    page: 'Folytatás a böngészőben',
    direct: 'Alkalmazás közvetlen megnyitása',
    scan: (name) =>
      `Olvassa be ezt a kódot a telefonja kamerájával, és folytassa ${name ? `az alkalmazásban (${name})` : 'a tárcaalkalmazásában'}.`,
    label: (name) =>
      `QR-kód, amely megnyitja a telefonján ${name ? `az alkalmazást (${name})` : 'a tárcaalkalmazását'}`,
    phone: (name) =>
      `Ez a fizetés csak telefonon, ${name ? `ebben az alkalmazásban teljesíthető: ${name}` : 'tárcaalkalmazásban teljesíthető'}. A folytatáshoz nyissa meg ott ezt az oldalt.`,
    stuck: 'Megnyílt az alkalmazás?',
    choose: 'Válassza ki az alkalmazását',
    other: 'Másik alkalmazás',
    missing: (name) =>
      `Ha nem, lehet, hogy az alkalmazás${name && ` (${name})`} nincs ezen a telefonon.`,
    back: (name) =>
      `Fizetett már ${name ? `az alkalmazásban (${name})` : 'a tárcaalkalmazásában'}? Keressük a fizetését.`,
    again: 'Újbóli fizetés',
    refused: (name) => `Ebben az alkalmazásban nem használható: ${name}.`,
    browser:
      'Nyissa meg ezt az oldalt a böngészőjében: koppintson a menüre (⋯ vagy ⋮), majd a „Megnyitás böngészőben” lehetőségre.',
    address: 'Az oldal címének másolása',
  },
  wechat: {
    text: 'Erősítse meg a fizetést a WeChat alkalmazásban.',
    opening: 'A WeChat Pay megnyitása…',
    pay: 'Fizetés WeChat Pay használatával',
    canceled: 'A WeChat Pay a fizetés teljesítése előtt bezárult.',
    failed: 'A WeChat Pay nem nyitható meg.',
    refused: 'Ez a fizetés a WeChat alkalmazásban nem teljesíthető.',
    outside:
      'Ez a fizetés csak a WeChat alkalmazásban teljesíthető. A folytatáshoz nyissa meg ott ezt az oldalt.',
  },
  voucher: {
    title: (name) => `Fizetési mód: ${name}`,
    where: {
      oxxo: 'Mutassa fel a befizetési bizonylatot bármelyik OXXO üzletben, és fizessen készpénzzel.',
      boleto: 'Fizesse be a boletót a bankja alkalmazásában, bankban vagy lottózóban.',
      konbini: 'Fizessen az alábbi üzletek egyikében az üzlethez tartozó kódokkal.',
      multibanco: 'Fizessen egy Multibanco-automatánál vagy a bankja alkalmazásában.',
    },
    payBy: (date) => `Fizetési határidő: ${date}`,
    open: 'Befizetési bizonylat megnyitása',
    pdf: 'Letöltés PDF-ként',
    barcode: (number) => `Vonalkód, száma: ${number}`,
    print: 'Nyomtatás',
    waiting: 'Várjuk a fizetését. Bezárhatja ezt az oldalt: a webáruház értesülni fog róla.',
    expired: 'Lejárt a fizetésre rendelkezésre álló idő',
    expiredText:
      'Ha már fizetett, nincs több teendője: a megerősítés néhány napot is igénybe vehet.',
  },
  transfer: {
    title: 'Fizessen banki átutalással',
    text: 'Indítson átutalást a bankjánál ezekkel az adatokkal.',
    part: (received, amount, rest) =>
      `Eddig ${received} érkezett be, a teljes összeg: ${amount}. A hiányzó összeget (${rest}) ezekkel az adatokkal utalja át.`,
    still: (received) =>
      `A már beérkezett összegen (${received}) felül még nem érkezett semmi. Tovább figyeljük.`,
    amount: 'Még fizetendő',
    reference: 'Az átutalásban tüntesse fel a hivatkozást, hogy a fizetése azonosítható legyen.',
    open: 'Útmutató megnyitása',
    scan: 'Olvassa be a bankja alkalmazásával',
    label: (amount) => `QR-kód az átutaláshoz${amount && `, ${amount}`}`,
    waiting: 'Várjuk az átutalását. Ez néhány napig is eltarthat, és bezárhatja ezt az oldalt.',
  },
  accounts: {
    iban: 'SEPA-átutalás',
    sort_code: 'Átutalás az Egyesült Királyságban',
    aba: 'Átutalás az Egyesült Államokban (ACH vagy wire)',
    swift: 'Nemzetközi átutalás (SWIFT)',
    zengin: 'Átutalás Japánban',
    spei: 'SPEI-átutalás',
  },
  details: {
    number: 'Szám',
    entity: 'Entitás',
    reference: 'Hivatkozás',
    payment_code: 'Fizetési kód',
    confirmation_number: 'Megerősítési szám',
    iban: 'IBAN',
    bic: 'BIC',
    clabe: 'CLABE',
    sort_code: 'Sort code',
    routing_number: 'Routing number',
    swift_code: 'SWIFT-kód',
    account_number: 'Számlaszám',
    account_type: 'Számla típusa',
    bank_code: 'Bankkód',
    bank_name: 'Bank',
    branch_code: 'Fiók kódja',
    branch_name: 'Fiók',
    account_holder_name: 'Számlatulajdonos',
    account_holder_address: 'Számlatulajdonos címe',
    bank_address: 'Bank címe',
    country: 'Ország',
  },
  accountTypes: {
    checking: 'Folyószámla',
    savings: 'Megtakarítási számla',
    futsu: 'Általános számla (普通)',
    toza: 'Csekkszámla (当座)',
  },
  await: {
    approval: 'Hagyja jóvá a fizetést',
    approve: (name) =>
      `Nyissa meg a telefonján ${name ? `az alkalmazást (${name})` : 'a bankja alkalmazását'}, és hagyja jóvá a fizetést.`,
    silent: 'Nem érkezett értesítés? Nyissa meg az alkalmazást: a fizetés ott várja.',
    asked: 'A bankja üzenetet küld erről a fizetésről. A jóváhagyáshoz kövesse az abban leírtakat.',
    approveBy: (date) => `Jóváhagyási határidő: ${date}.`,
    notice: 'A bankja értesíteni fogja',
    charged: (date) =>
      `A fizetés összegét ${date ? `a megadott napon (${date})` : 'egy-két napon belül'} vonják le. Nincs több teendője.`,
    deposits: 'Igazolja a bankszámláját',
    amounts: (date) =>
      `Két kis összeg érkezik a számlájára ${date ? `a megadott napig (${date})` : 'egy-két napon belül'}. A fizetés befejezéséhez írja be őket.`,
    code: (date) =>
      `Egy kis összeg érkezik a számlájára ${date ? `a megadott napig (${date})` : 'egy-két napon belül'}. A közleményében egy SM betűkkel kezdődő kód szerepel. A fizetés befejezéséhez írja be.`,
    enterAmounts: 'Összegek beírása',
    enterCode: 'Kód beírása',
    expired: 'Lejárt a jóváhagyásra rendelkezésre álló idő',
  },
  fingerprint: {
    title: 'Ellenőrzés a bankjánál',
    text: 'Ez néhány másodpercig tart. Ne zárja be ezt az oldalt.',
    slow: 'A bankjának több időre van szüksége.',
  },
  challenge: {
    title: 'Megerősítés a bankjánál',
    text: 'A bankja meg szeretne győződni a személyazonosságáról.',
    cancel: 'Mégse',
    resume: 'Folytatás',
    dismissed:
      'A fizetés nem fejeződött be. A bankjának még meg kell erősítenie a személyazonosságát.',
    trouble: 'Gondja van ezzel az oldallal?',
    silent: 'A bankja oldala nem válaszol.',
    ownPage: 'Folytatás a bank oldalán',
  },
  sdk: {
    title: 'Még egy lépés',
    text: 'A webáruház folytatja a fizetést. Ne zárja be ezt az oldalt.',
    unhandled:
      'Ez a lépés itt nem jeleníthető meg. Térjen vissza a webáruházba, és válasszon másik fizetési módot.',
  },
  unsupported: {
    title: 'Ez a lépés nem jeleníthető meg',
    text: 'A fizetéshez olyan lépés szükséges, amelyet ez az oldal nem ismer. Ha már fizetett, ez az oldal jelezni fogja. Ha nem, válasszon másik fizetési módot.',
  },
  setup: {
    payment: 'Fizetési mód',
    notYet: 'Még nem érkezett semmi. Tovább figyeljük.',
    paused: 'Már nem ellenőrizzük.',
    loading: 'Betöltés…',
    payable: { title: 'Mentésre kész', text: 'A webáruház ezt még nem indította el.' },
    processing: {
      title: 'Fizetési mód mentése',
      text: 'Ez eltarthat egy ideig. Nem kell megismételnie.',
    },
    unclear: {
      title: 'Fizetési mód ellenőrzése',
      text: 'Még nem tudjuk, sikerült-e menteni. Mielőtt újra próbálja, érdeklődjön a webáruháznál.',
    },
    succeeded: { title: 'Mentve', text: 'A fizetési módját mentettük. Nem történt terhelés.' },
    canceled: {
      title: 'Törölve',
      text: 'Nem mentettünk fizetési módot. Nincs több teendője.',
      automatic: 'A fizetési szolgáltató ezt lezárta. Kezdje újra a webáruházban.',
    },
    unavailable: {
      title: 'Nem érhető el',
      unreachable: 'A fizetési szolgáltató nem érhető el. Tovább próbálkozunk.',
      invalid: 'Ez itt nem jeleníthető meg. Érdeklődjön a webáruháznál.',
    },
    qr: {
      title: (name) => (name ? `Fizetési mód mentése: ${name}` : 'Olvassa be a folytatáshoz'),
      label: () => 'QR-kód a fizetési mód mentéséhez',
      confirm: () => 'Erősítse meg ott',
      waiting: 'Várjuk a megerősítését…',
    },
    failed: {
      title: 'Nincs mentve',
      other: 'A fizetési módját nem sikerült menteni.',
      declined: 'A bankja elutasította. Nem történt terhelés.',
      funds: 'A bankja elutasította. Nem történt terhelés.',
      canceled: 'A műveletet a befejezése előtt törölték. Nem történt terhelés.',
      expired: 'Lejárt a megerősítésre rendelkezésre álló idő. Nem történt terhelés.',
      busy: 'A bankja ezt most nem tudta elvégezni. Próbálja újra néhány perc múlva.',
      unsupported: 'Ez a kártya vagy számla nem menthető. Válasszon másikat.',
      account:
        'A bankja nem fogadta el ezt a számlát. Ellenőrizze az adatait, vagy válasszon másikat.',
    },
    pay: {
      title: 'Melyik fizetési módot szeretné menteni?',
      none: 'Ezen az oldalon nem menthető fizetési mód. Térjen vissza a webáruházba.',
      now: () => 'Mentés',
      another: 'Másik fizetési mód',
      back: 'Vissza',
      confirm: 'Mentse a fizetési módját',
      refused:
        'Ezt nem fogadták el. Ellenőrizze a megadott adatokat, vagy válasszon másik fizetési módot.',
      fields: { app: 'Alkalmazás a megerősítéshez' },
      wrong: { app: 'Válassza ki az alkalmazást a megerősítéshez.' },
    },
    expired: {
      renew: 'Ha épp most erősítette meg, ellenőrizze újra. Ha nem, kérjen új kódot.',
      goBack:
        'Ha épp most erősítette meg, ellenőrizze újra. Ha nem, térjen vissza a webáruházba, és kezdje újra.',
    },
    iHavePaid: 'Már megerősítettem',
    delayed: {
      title: 'Itt minden kész',
      text: 'A bankjának most néhány napra van szüksége a számlája megerősítéséhez. Bezárhatja ezt az oldalt: a webáruház értesülni fog róla.',
    },
    picture: {
      unreadable:
        'A kód itt nem jeleníthető meg. Térjen vissza a webáruházba, és válasszon másik fizetési módot.',
    },
    redirect: {
      title: (name) => (name ? `Tovább ide: ${name}` : 'Folytatás'),
      text: (name) =>
        `A megerősítést ${name ? `a szolgáltató oldalán (${name})` : 'a bankja oldalán'} végzi el, majd visszatér ide.`,
      popup: 'Fejezze be a megnyílt ablakban.',
    },
    app: {
      title: (name) => (name ? `Folytassa itt: ${name}` : 'Folytassa egy alkalmazásban'),
      text: (name) =>
        `Erősítse meg ${name ? `az alkalmazásban (${name})` : 'a tárcaalkalmazásában'}, majd térjen vissza ide.`,
      phone: (name) =>
        `Ez csak telefonon, ${name ? `ebben az alkalmazásban végezhető el: ${name}` : 'tárcaalkalmazásban végezhető el'}. A folytatáshoz nyissa meg ott ezt az oldalt.`,
      back: (name) =>
        `Megerősítette már ${name ? `az alkalmazásban (${name})` : 'a tárcaalkalmazásában'}? Keressük a megerősítését.`,
      again: 'Újrapróbálás',
    },
    await: {
      approval: 'Erősítse meg a telefonján',
      approve: (name) =>
        `Nyissa meg a telefonján ${name ? `az alkalmazást (${name})` : 'a bankja alkalmazását'}, és erősítse meg ott.`,
      silent: 'Nem érkezett értesítés? Nyissa meg az alkalmazást: a kérés ott várja.',
      asked: 'A bankja üzenetet küld erről. A megerősítéshez kövesse az abban leírtakat.',
      approveBy: (date) => `Megerősítési határidő: ${date}.`,
      amounts: (date) =>
        `Két kis összeg érkezik a számlájára ${date ? `a megadott napig (${date})` : 'egy-két napon belül'}. A számla mentéséhez írja be őket.`,
      code: (date) =>
        `Egy kis összeg érkezik a számlájára ${date ? `a megadott napig (${date})` : 'egy-két napon belül'}. A közleményében egy SM betűkkel kezdődő kód szerepel. A számla mentéséhez írja be.`,
      expired: 'Lejárt a megerősítésre rendelkezésre álló idő',
    },
    challenge: {
      dismissed:
        'Még semmi sincs mentve. A bankjának még meg kell erősítenie a személyazonosságát.',
    },
    sdk: {
      text: 'A webáruház folytatja a műveletet. Ne zárja be ezt az oldalt.',
      unhandled:
        'Ez a lépés itt nem jeleníthető meg. Térjen vissza a webáruházba, és válasszon másik fizetési módot.',
    },
    unsupported: {
      text: 'A mentéshez olyan lépés szükséges, amelyet ez az oldal nem ismer. Ha már megerősítette, ez az oldal jelezni fogja. Ha nem, válasszon másik fizetési módot.',
    },
  },
};
