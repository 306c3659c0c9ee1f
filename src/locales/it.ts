import type { Messages } from './en.ts';

export const messages: Messages = {
  lang: 'it',
  dir: 'ltr',
  methods: { sepa_debit: 'Addebito SEPA' },
  apps: {},

  payment: 'Pagamento',
  checkAgain: 'Controlla di nuovo',
  iHavePaid: 'Ho pagato',
  checking: 'Controllo in corso…',
  notYet: 'Non è ancora arrivato alcun pagamento. Continuiamo a controllare.',
  tryAgain: 'Riprova',
  reconnecting: 'Connessione interrotta. Riconnessione in corso…',
  reconnected: 'Connessione ripristinata.',
  paused: 'Abbiamo smesso di controllare il Suo pagamento.',

  loading: 'Caricamento del pagamento…',
  loadFailed: 'Non è stato possibile caricare una parte di questa pagina.',
  payable: {
    title: 'Pronto per il pagamento',
    text: 'Il negozio non ha ancora avviato questo pagamento.',
  },
  processing: {
    title: 'Pagamento in elaborazione',
    text: 'Potrebbe volerci un momento. Non è necessario pagare di nuovo.',
  },
  delayed: {
    title: 'Qui è tutto fatto',
    text: 'Ora la Sua banca ha bisogno di alcuni giorni per eseguire il pagamento. Può chiudere questa pagina: il negozio ne sarà informato.',
  },
  unclear: {
    title: 'Verifica del pagamento',
    text: 'Non sappiamo ancora se il pagamento è andato a buon fine. Chieda al negozio prima di pagare di nuovo.',
  },
  succeeded: { title: 'Pagamento completato', text: 'Grazie. Abbiamo ricevuto il Suo pagamento.' },
  authorized: {
    title: 'Pagamento autorizzato',
    text: 'L’importo è riservato. Il negozio lo addebiterà in seguito.',
  },
  canceled: {
    title: 'Pagamento annullato',
    text: 'Questo pagamento è stato annullato. Non deve fare altro.',
    automatic: 'Il servizio di pagamento ha chiuso questo pagamento. Ricominci dal negozio.',
  },
  unavailable: {
    title: 'Pagamento non disponibile',
    unreachable: 'Il servizio di pagamento non è raggiungibile. Continuiamo a provare.',
    invalid:
      'Questo pagamento non può essere mostrato qui. Se ha già pagato, non paghi di nuovo e chieda al negozio.',
  },

  qr: {
    title: (name) => (name ? `Paga con ${name}` : 'Scansiona per pagare'),
    label: (name, amount) =>
      `Codice QR per pagare${amount && ` ${amount}`}${name && ` con ${name}`}`,
    open: (name) => `Apra ${name || 'l’app della Sua banca'} sul telefono`,
    scan: 'Scansioni questo codice',
    save: 'Salvi questo codice o faccia uno screenshot',
    hold: 'Tenga premuto il codice per salvarlo',
    choose: (name) => `Apra ${name || 'l’app della Sua banca'} e lo scansioni dalle Sue foto`,
    confirm: (amount) => `Confermi il pagamento${amount && ` di ${amount}`}`,
    waiting: 'In attesa del pagamento…',
  },
  leaving: (name) => `Reindirizzamento ${name ? `a ${name}` : 'alla Sua banca'}…`,
  go: (name) => `Continua ${name ? `su ${name}` : 'sul sito della Sua banca'}`,

  expiresIn: (time) => `Scade tra ${time}`,
  expiresOn: (date) => `Valido fino al ${date}`,
  copy: (what) => `Copia: ${what}`,
  copied: 'Copiato',
  copyFailed: 'Selezioni il testo per copiarlo',
  shareDetails: 'Condividi i dati',
  copyDetails: 'Copia tutti i dati',

  expired: {
    title: 'Questo codice è scaduto',
    newCode: 'Ottieni un nuovo codice',
    renew: 'Se ha appena pagato, controlli di nuovo. Altrimenti ottenga un nuovo codice.',
    goBack: 'Se ha appena pagato, controlli di nuovo. Altrimenti torni al negozio e ricominci.',
    appSays: 'Se la Sua app segnala che questo codice è scaduto, ne ottenga uno nuovo.',
  },
  failed: {
    title: 'Pagamento non riuscito',
    declined: 'La Sua banca ha rifiutato il pagamento. Non è stato addebitato nulla.',
    funds: 'Il saldo non è sufficiente per questo pagamento. Non è stato addebitato nulla.',
    limit: 'È stato raggiunto un limite della carta o del conto. Non è stato addebitato nulla.',
    authentication:
      'La Sua banca non ha potuto verificare la Sua identità. Non è stato addebitato nulla.',
    canceled:
      'Il pagamento è stato annullato prima del completamento. Non è stato addebitato nulla.',
    expired: 'Il tempo per pagare è scaduto. Non è stato addebitato nulla.',
    busy: 'La Sua banca non può elaborare il pagamento in questo momento. Riprovi tra qualche minuto.',
    unsupported:
      'Con questa carta o questo conto il pagamento non è possibile. Paghi in un altro modo.',
    expiredCard: 'Questa carta è scaduta. Ne usi un’altra.',
    number: 'Il numero della carta non è corretto. Lo controlli.',
    expiry: 'La data di scadenza non è corretta. La controlli.',
    securityCode: 'Il codice di sicurezza non è corretto. Lo controlli.',
    address: 'L’indirizzo di fatturazione non corrisponde alla carta. Lo controlli.',
    code: 'La Sua banca non ha accettato il codice. Ne ottenga uno nuovo nell’app e riprovi.',
    account:
      'La Sua banca non ha accettato questo conto. Controlli i dati o paghi in un altro modo.',
    other: 'Il pagamento non è andato a buon fine.',
  },
  pay: {
    title: 'Come desidera pagare?',
    none: 'Questo pagamento non può essere effettuato in questa pagina. Torni al negozio.',
    now: (amount) => (amount ? `Paga ${amount}` : 'Paga ora'),
    code: 'Mostra il codice QR',
    voucher: 'Ottieni il bollettino',
    transfer: 'Mostra i dati bancari',
    busy: 'Un momento…',
    another: 'Paga in un altro modo',
    back: 'Torna al pagamento',
    confirm: 'Confermi il pagamento',
    ending: (name, digits) => `${name} che termina con ${digits}`,
    card: 'Carta',
    bankTransfer: 'Bonifico bancario',
    optional: (label) => `${label} (facoltativo)`,
    choose: 'Scelga',
    anyBank: 'Scelga nella pagina successiva',
    refused: 'Non è stato accettato. Controlli i dati inseriti o paghi in un altro modo.',
    unanswered: 'Il servizio di pagamento non ha risposto. Riprovi.',
    changed: 'Nel frattempo l’importo è cambiato. Lo controlli e, se è d’accordo, paghi.',
    fields: {
      name: 'Nome e cognome',
      email: 'E-mail',
      phone: 'Numero di cellulare',
      taxId: 'CPF o CNPJ',
      bank: 'Banca',
      code: 'Codice dell’app della Sua banca',
      line1: 'Via e numero civico',
      city: 'Città',
      state: 'Stato o provincia',
      postalCode: 'Codice postale',
      country: 'Paese',
      provider: 'Operatore di mobile money',
      app: 'App con cui pagare',
    },
    agree: (shop) =>
      `Lei autorizza ${shop || 'il negozio'} ad addebitare i pagamenti futuri su questo metodo di pagamento.`,
    wrong: {
      name: 'Inserisca nome e cognome.',
      email: 'Inserisca il Suo indirizzo e-mail, ad esempio nome@example.com.',
      phone:
        'Inserisca il numero di cellulare con il prefisso internazionale, ad esempio +351 912 345 678.',
      taxId: 'Inserisca un CPF (11 cifre) o un CNPJ (14 caratteri) valido.',
      bank: 'Scelga la Sua banca.',
      code: 'Inserisca le 6 cifre mostrate dall’app della Sua banca.',
      line1: 'Inserisca la via e il numero civico.',
      city: 'Inserisca la città.',
      state: 'Inserisca lo stato o la provincia.',
      postalCode: 'Inserisca il codice postale.',
      country: 'Scelga il Suo Paese.',
      provider: 'Scelga il Suo operatore.',
      app: 'Scelga l’app con cui pagare.',
    },
  },
  redirect: {
    title: (name) => (name ? `Paga con ${name}` : 'Continua con il pagamento'),
    text: (name) =>
      `Completerà il pagamento ${name ? `su ${name}` : 'sul sito della Sua banca'} e poi tornerà qui.`,
    popup: 'Completi il pagamento nella finestra che si è aperta.',
    again: 'Riapri la finestra',
    refused: 'Il negozio non ha potuto preparare questo passaggio. Riprovi.',
  },
  framed: {
    title: 'È ancora qui?',
    text: 'La pagina che contiene questo negozio forse non Le permette di uscirne. Continui in una nuova scheda.',
    tab: 'Apri in una nuova scheda',
    noTab: 'Nemmeno una nuova scheda? Copi l’indirizzo e lo apra nel browser.',
    copy: 'Copia l’indirizzo',
  },
  picture: {
    save: 'Salva il codice',
    share: 'Condividi il codice',
    copy: 'Copia il codice come testo',
    hosted: 'Apri il codice in una pagina a parte',
    unreadable: 'Il codice non può essere mostrato qui. Torni al negozio e paghi in un altro modo.',
  },
  app: {
    title: (name) => `Paga con ${name || 'un’app'}`,
    text: (name) => `Confermi il pagamento in ${name || 'un’app di pagamento'} e poi torni qui.`,
    open: (name) => `Apri ${name || 'l’app di pagamento'}`,
    page: 'Continua nel browser',
    direct: 'Apri direttamente l’app',
    scan: (name) =>
      `Scansioni questo codice con la fotocamera del telefono per continuare in ${name || 'un’app di pagamento'}.`,
    label: (name) => `Codice QR che apre ${name || 'l’app di pagamento'} sul telefono`,
    phone: (name) =>
      `Questo pagamento può essere effettuato solo in ${name || 'un’app di pagamento'} su un telefono. Apra lì questa pagina per continuare.`,
    stuck: 'L’app si è aperta?',
    choose: 'Scelga la Sua app',
    other: 'Un’altra app',
    missing: (name) =>
      `Se non si è aperta, ${name || 'l’app'} forse non è presente su questo telefono.`,
    back: (name) =>
      `Ha pagato in ${name || 'un’app di pagamento'}? Stiamo cercando il Suo pagamento.`,
    again: 'Paga di nuovo',
    refused: (name) => `${name} non può essere usato all’interno di questa app.`,
    browser: 'Apra questa pagina nel browser: tocchi il menu (⋯ o ⋮) e poi «Apri nel browser».',
    address: 'Copia l’indirizzo di questa pagina',
  },
  wechat: {
    text: 'Confermi il pagamento in WeChat.',
    opening: 'Apertura di WeChat Pay…',
    pay: 'Paga con WeChat Pay',
    canceled: 'WeChat Pay è stato chiuso prima del pagamento.',
    failed: 'Non è stato possibile aprire WeChat Pay.',
    refused: 'Questo pagamento non può essere effettuato in WeChat.',
    outside:
      'Questo pagamento può essere effettuato solo in WeChat. Apra lì questa pagina per continuare.',
  },
  voucher: {
    title: (name) => `Paga con ${name}`,
    where: {
      oxxo: 'Mostri il bollettino in un qualsiasi negozio OXXO e paghi in contanti.',
      boleto: 'Paghi il boleto nell’app della Sua banca, in banca o in una ricevitoria.',
      konbini: 'Paghi in uno di questi negozi con i relativi codici.',
      multibanco: 'Paghi a uno sportello Multibanco o nell’app della Sua banca.',
    },
    payBy: (date) => `Da pagare entro il ${date}`,
    open: 'Apri il bollettino',
    pdf: 'Scarica il PDF',
    barcode: (number) => `Codice a barre con il numero ${number}`,
    print: 'Stampa',
    waiting: 'In attesa del pagamento. Può chiudere questa pagina: il negozio ne sarà informato.',
    expired: 'Il tempo per pagare è scaduto',
    expiredText: 'Se ha già pagato, non deve fare altro: la conferma può richiedere alcuni giorni.',
  },
  transfer: {
    title: 'Paga con bonifico',
    text: 'Effettui un bonifico dalla Sua banca con questi dati.',
    part: (received, amount, rest) =>
      `Abbiamo ricevuto ${received} su ${amount}. Bonifichi il resto, ${rest}, con questi dati.`,
    still: (received) =>
      `Oltre a ${received} non è ancora arrivato nulla. Continuiamo a controllare.`,
    amount: 'Ancora da pagare',
    reference:
      'Indichi il riferimento nella causale del bonifico, così troveremo il Suo pagamento.',
    open: 'Apri le istruzioni',
    scan: 'Scansioni con l’app della Sua banca',
    label: (amount) => `Codice QR per un bonifico${amount && ` di ${amount}`}`,
    waiting: 'In attesa del bonifico. Possono volerci alcuni giorni; può chiudere questa pagina.',
  },
  accounts: {
    iban: 'Bonifico SEPA',
    sort_code: 'Bonifico nel Regno Unito',
    aba: 'Bonifico negli Stati Uniti (ACH o wire)',
    swift: 'Bonifico internazionale (SWIFT)',
    zengin: 'Bonifico in Giappone',
    spei: 'Bonifico SPEI',
  },
  details: {
    number: 'Numero',
    entity: 'Entità',
    reference: 'Riferimento',
    payment_code: 'Codice di pagamento',
    confirmation_number: 'Numero di conferma',
    iban: 'IBAN',
    bic: 'BIC',
    clabe: 'CLABE',
    sort_code: 'Sort code',
    routing_number: 'Routing number',
    swift_code: 'Codice SWIFT',
    account_number: 'Numero di conto',
    account_type: 'Tipo di conto',
    bank_code: 'Codice banca',
    bank_name: 'Banca',
    branch_code: 'Codice filiale',
    branch_name: 'Filiale',
    account_holder_name: 'Intestatario del conto',
    account_holder_address: 'Indirizzo dell’intestatario',
    bank_address: 'Indirizzo della banca',
    country: 'Paese',
  },
  accountTypes: {
    checking: 'Conto corrente',
    savings: 'Conto di risparmio',
    futsu: 'Conto ordinario (普通)',
    toza: 'Conto corrente (当座)',
  },
  await: {
    approval: 'Approvi il pagamento',
    approve: (name) =>
      `Apra ${name ? `l’app ${name}` : 'l’app della Sua banca'} sul telefono e approvi il pagamento.`,
    silent: 'Nessun messaggio? Apra l’app: il pagamento La attende lì.',
    asked: 'La Sua banca Le invierà un messaggio su questo pagamento. Lo segua per approvare.',
    approveBy: (date) => `Lo approvi entro il ${date}.`,
    notice: 'La Sua banca La avviserà',
    charged: (date) =>
      `Il pagamento sarà addebitato ${date ? `il ${date}` : 'entro uno o due giorni'}. Non deve fare altro.`,
    deposits: 'Verifichi il Suo conto bancario',
    amounts: (date) =>
      `Sul Suo conto arriveranno due piccoli importi ${date ? `entro il ${date}` : 'entro uno o due giorni'}. Li inserisca per completare il pagamento.`,
    code: (date) =>
      `Sul Suo conto arriverà un piccolo importo ${date ? `entro il ${date}` : 'entro uno o due giorni'}. La causale contiene un codice che inizia con SM. Lo inserisca per completare il pagamento.`,
    enterAmounts: 'Inserisci gli importi',
    enterCode: 'Inserisci il codice',
    expired: 'Il tempo per approvare è scaduto',
  },
  fingerprint: {
    title: 'Verifica con la Sua banca',
    text: 'Bastano pochi secondi. Lasci aperta questa pagina.',
    slow: 'La Sua banca impiega un po’ più di tempo.',
  },
  challenge: {
    title: 'Conferma con la Sua banca',
    text: 'La Sua banca vuole assicurarsi che sia davvero Lei.',
    cancel: 'Annulla',
    resume: 'Continua',
    dismissed:
      'Il pagamento non è completato. La Sua banca deve ancora verificare la Sua identità.',
    trouble: 'Problemi con questa pagina?',
    silent: 'La pagina della Sua banca non risponde.',
    ownPage: 'Continua nella pagina della banca',
  },
  sdk: {
    title: 'Ancora un passaggio',
    text: 'Il negozio prosegue questo pagamento per Lei. Lasci aperta questa pagina.',
    unhandled:
      'Questo passaggio non può essere mostrato qui. Torni al negozio e paghi in un altro modo.',
  },
  unsupported: {
    title: 'Impossibile mostrare questo passaggio',
    text: 'Il pagamento richiede un passaggio che questa pagina non conosce. Se ha già pagato, lo vedrà in questa pagina. Altrimenti paghi in un altro modo.',
  },
  setup: {
    payment: 'Metodo di pagamento',
    notYet: 'Non è ancora arrivato nulla. Continuiamo a controllare.',
    paused: 'Abbiamo smesso di controllare.',
    loading: 'Caricamento…',
    payable: {
      title: 'Pronto per il salvataggio',
      text: 'Il negozio non ha ancora avviato questa operazione.',
    },
    processing: {
      title: 'Salvataggio del metodo di pagamento',
      text: 'Potrebbe volerci un momento. Non è necessario ripetere l’operazione.',
    },
    unclear: {
      title: 'Verifica del metodo di pagamento',
      text: 'Non sappiamo ancora se è stato salvato. Chieda al negozio prima di riprovare.',
    },
    succeeded: {
      title: 'Salvato',
      text: 'Il Suo metodo di pagamento è stato salvato. Non è stato addebitato nulla.',
    },
    canceled: {
      title: 'Annullato',
      text: 'Non è stato salvato alcun metodo di pagamento. Non deve fare altro.',
      automatic: 'Il servizio di pagamento ha chiuso questa operazione. Ricominci dal negozio.',
    },
    unavailable: {
      title: 'Non disponibile',
      unreachable: 'Il servizio di pagamento non è raggiungibile. Continuiamo a provare.',
      invalid: 'Questa operazione non può essere mostrata qui. Chieda al negozio.',
    },
    qr: {
      title: (name) => (name ? `Salva ${name}` : 'Scansiona per continuare'),
      label: () => 'Codice QR per salvare il Suo metodo di pagamento',
      confirm: () => 'Confermi lì',
      waiting: 'In attesa della Sua conferma…',
    },
    failed: {
      title: 'Non salvato',
      other: 'Non è stato possibile salvare il Suo metodo di pagamento.',
      declined: 'La Sua banca ha rifiutato. Non è stato addebitato nulla.',
      funds: 'La Sua banca ha rifiutato. Non è stato addebitato nulla.',
      canceled:
        'L’operazione è stata annullata prima del completamento. Non è stato addebitato nulla.',
      expired: 'Il tempo per confermare è scaduto. Non è stato addebitato nulla.',
      busy: 'La Sua banca non può farlo in questo momento. Riprovi tra qualche minuto.',
      unsupported: 'Questa carta o questo conto non può essere salvato. Scelga un altro metodo.',
      account: 'La Sua banca non ha accettato questo conto. Controlli i dati o ne scelga un altro.',
    },
    pay: {
      title: 'Quale metodo di pagamento desidera salvare?',
      none: 'In questa pagina non può essere salvato alcun metodo di pagamento. Torni al negozio.',
      now: () => 'Salva',
      another: 'Un altro metodo di pagamento',
      back: 'Indietro',
      confirm: 'Salvi il Suo metodo di pagamento',
      refused: 'Non è stato accettato. Controlli i dati inseriti o scelga un altro metodo.',
      fields: { app: 'App con cui confermare' },
      wrong: { app: 'Scelga l’app con cui confermare.' },
    },
    expired: {
      renew: 'Se ha appena confermato, controlli di nuovo. Altrimenti ottenga un nuovo codice.',
      goBack:
        'Se ha appena confermato, controlli di nuovo. Altrimenti torni al negozio e ricominci.',
    },
    iHavePaid: 'Ho confermato',
    delayed: {
      title: 'Qui è tutto fatto',
      text: 'Ora la Sua banca ha bisogno di alcuni giorni per verificare il Suo conto. Può chiudere questa pagina: il negozio ne sarà informato.',
    },
    picture: {
      unreadable:
        'Il codice non può essere mostrato qui. Torni al negozio e scelga un altro metodo.',
    },
    redirect: {
      title: (name) => (name ? `Continua con ${name}` : 'Continua'),
      text: (name) =>
        `Confermerà ${name ? `su ${name}` : 'sul sito della Sua banca'} e poi tornerà qui.`,
      popup: 'Completi l’operazione nella finestra che si è aperta.',
    },
    app: {
      title: (name) => `Continua in ${name || 'un’app'}`,
      text: (name) =>
        `Confermi ${name ? `in ${name}` : 'nella Sua app di pagamento'} e poi torni qui.`,
      phone: (name) =>
        `È possibile solo in ${name || 'un’app di pagamento'} su un telefono. Apra lì questa pagina per continuare.`,
      back: (name) =>
        `Ha confermato ${name ? `in ${name}` : 'nella Sua app di pagamento'}? Stiamo cercando la Sua conferma.`,
      again: 'Riprova',
    },
    await: {
      approval: 'Confermi sul telefono',
      approve: (name) =>
        `Apra ${name ? `l’app ${name}` : 'l’app della Sua banca'} sul telefono e confermi lì.`,
      silent: 'Nessun messaggio? Apra l’app: la richiesta La attende lì.',
      asked: 'La Sua banca Le invierà un messaggio al riguardo. Lo segua per confermare.',
      approveBy: (date) => `Confermi entro il ${date}.`,
      amounts: (date) =>
        `Sul Suo conto arriveranno due piccoli importi ${date ? `entro il ${date}` : 'entro uno o due giorni'}. Li inserisca per salvare il conto.`,
      code: (date) =>
        `Sul Suo conto arriverà un piccolo importo ${date ? `entro il ${date}` : 'entro uno o due giorni'}. La causale contiene un codice che inizia con SM. Lo inserisca per salvare il conto.`,
      expired: 'Il tempo per confermare è scaduto',
    },
    challenge: {
      dismissed:
        'Non è ancora stato salvato nulla. La Sua banca deve ancora verificare la Sua identità.',
    },
    sdk: {
      text: 'Il negozio prosegue questa operazione per Lei. Lasci aperta questa pagina.',
      unhandled:
        'Questo passaggio non può essere mostrato qui. Torni al negozio e scelga un altro metodo.',
    },
    unsupported: {
      text: 'Il salvataggio richiede un passaggio che questa pagina non conosce. Se ha già confermato, lo vedrà in questa pagina. Altrimenti scelga un altro metodo.',
    },
  },
};
