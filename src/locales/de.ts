import type { Messages } from './en.ts';

export const messages: Messages = {
  lang: 'de',
  dir: 'ltr',
  methods: { sepa_debit: 'SEPA-Lastschrift' },
  apps: {},

  payment: 'Zahlung',
  checkAgain: 'Erneut prüfen',
  iHavePaid: 'Ich habe bezahlt',
  checking: 'Wird geprüft …',
  notYet: 'Es ist noch keine Zahlung eingegangen. Wir sehen weiter nach.',
  tryAgain: 'Erneut versuchen',
  reconnecting: 'Verbindung unterbrochen. Sie wird wiederhergestellt …',
  reconnected: 'Wieder verbunden.',
  paused: 'Wir prüfen Ihre Zahlung nicht mehr.',

  loading: 'Ihre Zahlung wird geladen …',
  loadFailed: 'Ein Teil dieser Seite konnte nicht geladen werden.',
  payable: {
    title: 'Bereit zur Zahlung',
    text: 'Der Shop hat diese Zahlung noch nicht gestartet.',
  },
  processing: {
    title: 'Ihre Zahlung wird bearbeitet',
    text: 'Das kann einen Moment dauern. Sie müssen nicht noch einmal bezahlen.',
  },
  delayed: {
    title: 'Hier ist alles erledigt',
    text: 'Ihre Bank braucht nun einige Tage, um die Zahlung auszuführen. Sie können diese Seite schließen: Der Shop erfährt davon.',
  },
  unclear: {
    title: 'Ihre Zahlung wird geprüft',
    text: 'Wir wissen noch nicht, ob diese Zahlung geklappt hat. Bitte fragen Sie den Shop, bevor Sie noch einmal bezahlen.',
  },
  succeeded: { title: 'Zahlung abgeschlossen', text: 'Vielen Dank. Ihre Zahlung ist eingegangen.' },
  authorized: {
    title: 'Zahlung autorisiert',
    text: 'Der Betrag ist reserviert. Der Shop bucht ihn später ab.',
  },
  canceled: {
    title: 'Zahlung storniert',
    text: 'Diese Zahlung wurde storniert. Sie müssen nichts weiter tun.',
    automatic: 'Der Zahlungsdienst hat diese Zahlung geschlossen. Bitte beginnen Sie im Shop neu.',
  },
  unavailable: {
    title: 'Zahlung nicht verfügbar',
    unreachable: 'Der Zahlungsdienst ist nicht erreichbar. Wir versuchen es weiter.',
    invalid:
      'Diese Zahlung kann hier nicht angezeigt werden. Wenn Sie bereits bezahlt haben, bezahlen Sie nicht erneut und fragen Sie den Shop.',
  },

  qr: {
    title: (name) => (name ? `Mit ${name} bezahlen` : 'Zum Bezahlen scannen'),
    label: (name, amount) =>
      `QR-Code zum Bezahlen${amount && ` von ${amount}`}${name && ` mit ${name}`}`,
    open: (name) => `Öffnen Sie ${name || 'Ihre Banking-App'} auf Ihrem Smartphone`,
    scan: 'Scannen Sie diesen Code',
    save: 'Speichern Sie diesen Code oder machen Sie ein Bildschirmfoto',
    hold: 'Halten Sie den Code gedrückt, um ihn zu speichern',
    choose: (name) =>
      `Öffnen Sie ${name || 'Ihre Banking-App'} und scannen Sie ihn aus Ihren Fotos`,
    confirm: (amount) => `Bestätigen Sie die Zahlung${amount && ` von ${amount}`}`,
    waiting: 'Warten auf Ihre Zahlung …',
  },
  leaving: (name) => `Weiterleitung zu ${name || 'Ihrer Bank'} …`,
  go: (name) => `Weiter zu ${name || 'Ihrer Bank'}`,

  expiresIn: (time) => `Läuft ab in ${time}`,
  expiresOn: (date) => `Gültig bis ${date}`,
  copy: (what) => `${what} kopieren`,
  copied: 'Kopiert',
  copyFailed: 'Markieren Sie den Text, um ihn zu kopieren',
  shareDetails: 'Angaben teilen',
  copyDetails: 'Alle Angaben kopieren',

  expired: {
    title: 'Dieser Code ist abgelaufen',
    newCode: 'Neuen Code anfordern',
    renew:
      'Wenn Sie gerade bezahlt haben, prüfen Sie erneut. Sonst fordern Sie einen neuen Code an.',
    goBack:
      'Wenn Sie gerade bezahlt haben, prüfen Sie erneut. Sonst gehen Sie zurück zum Shop und beginnen neu.',
    appSays: 'Wenn Ihre App meldet, dass dieser Code abgelaufen ist, fordern Sie einen neuen an.',
  },
  failed: {
    title: 'Zahlung fehlgeschlagen',
    declined: 'Ihre Bank hat die Zahlung abgelehnt. Es wurde nichts abgebucht.',
    funds: 'Das Guthaben reicht für diese Zahlung nicht aus. Es wurde nichts abgebucht.',
    limit: 'Ein Limit Ihrer Karte oder Ihres Kontos ist erreicht. Es wurde nichts abgebucht.',
    authentication: 'Ihre Bank konnte Ihre Identität nicht bestätigen. Es wurde nichts abgebucht.',
    canceled: 'Die Zahlung wurde vor dem Abschluss abgebrochen. Es wurde nichts abgebucht.',
    expired: 'Die Zeit zum Bezahlen ist abgelaufen. Es wurde nichts abgebucht.',
    busy: 'Ihre Bank kann die Zahlung gerade nicht bearbeiten. Versuchen Sie es in ein paar Minuten erneut.',
    unsupported:
      'Mit dieser Karte oder diesem Konto ist die Zahlung nicht möglich. Bitte bezahlen Sie anders.',
    expiredCard: 'Diese Karte ist abgelaufen. Bitte verwenden Sie eine andere.',
    number: 'Die Kartennummer stimmt nicht. Bitte prüfen Sie sie.',
    expiry: 'Das Ablaufdatum stimmt nicht. Bitte prüfen Sie es.',
    securityCode: 'Die Prüfziffer stimmt nicht. Bitte prüfen Sie sie.',
    address: 'Die Rechnungsadresse passt nicht zur Karte. Bitte prüfen Sie sie.',
    code: 'Ihre Bank hat den Code nicht akzeptiert. Holen Sie in der App einen neuen und versuchen Sie es erneut.',
    account:
      'Ihre Bank hat dieses Konto nicht akzeptiert. Prüfen Sie die Angaben oder bezahlen Sie anders.',
    other: 'Die Zahlung konnte nicht durchgeführt werden.',
  },
  pay: {
    title: 'Wie möchten Sie bezahlen?',
    none: 'Diese Zahlung ist auf dieser Seite nicht möglich. Bitte gehen Sie zurück zum Shop.',
    now: (amount) => (amount ? `${amount} bezahlen` : 'Jetzt bezahlen'),
    code: 'QR-Code anzeigen',
    voucher: 'Zahlschein erhalten',
    transfer: 'Bankdaten anzeigen',
    busy: 'Einen Moment …',
    another: 'Anders bezahlen',
    back: 'Zurück zur Zahlung',
    confirm: 'Bestätigen Sie Ihre Zahlung',
    ending: (name, digits) => `${name} mit Endziffern ${digits}`,
    card: 'Karte',
    bankTransfer: 'Überweisung',
    optional: (label) => `${label} (freiwillig)`,
    choose: 'Bitte wählen',
    anyBank: 'Auf der nächsten Seite wählen',
    refused: 'Das wurde nicht akzeptiert. Prüfen Sie Ihre Angaben oder bezahlen Sie anders.',
    unanswered: 'Der Zahlungsdienst hat nicht geantwortet. Bitte versuchen Sie es erneut.',
    changed: 'Der Betrag hat sich geändert. Prüfen Sie ihn und bezahlen Sie dann.',
    fields: {
      name: 'Vollständiger Name',
      email: 'E-Mail',
      phone: 'Mobilnummer',
      taxId: 'CPF oder CNPJ',
      bank: 'Bank',
      code: 'Code aus Ihrer Banking-App',
      line1: 'Straße und Hausnummer',
      city: 'Ort',
      state: 'Bundesland',
      postalCode: 'Postleitzahl',
      country: 'Land',
      provider: 'Mobile-Money-Anbieter',
      app: 'App zum Bezahlen',
    },
    agree: (shop) =>
      `Sie erlauben ${shop ? `dem Shop ${shop}` : 'dem Shop'}, diese Zahlungsmethode für spätere Zahlungen zu belasten.`,
    wrong: {
      name: 'Geben Sie Ihren Vor- und Nachnamen ein.',
      email: 'Geben Sie Ihre E-Mail-Adresse ein, etwa name@example.com.',
      phone: 'Geben Sie Ihre Mobilnummer mit Ländervorwahl ein, etwa +351 912 345 678.',
      taxId: 'Geben Sie eine gültige CPF (11 Ziffern) oder CNPJ (14 Zeichen) ein.',
      bank: 'Wählen Sie Ihre Bank.',
      code: 'Geben Sie die 6 Ziffern ein, die Ihre Banking-App zeigt.',
      line1: 'Geben Sie Straße und Hausnummer ein.',
      city: 'Geben Sie Ihren Ort ein.',
      state: 'Geben Sie Ihr Bundesland ein.',
      postalCode: 'Geben Sie Ihre Postleitzahl ein.',
      country: 'Wählen Sie Ihr Land.',
      provider: 'Wählen Sie Ihren Anbieter.',
      app: 'Wählen Sie die App, mit der Sie bezahlen.',
    },
  },
  redirect: {
    title: (name) => (name ? `Mit ${name} bezahlen` : 'Weiter zur Zahlung'),
    text: (name) =>
      `Sie schließen die Zahlung bei ${name || 'Ihrer Bank'} ab und kommen dann hierher zurück.`,
    popup: 'Schließen Sie die Zahlung in dem geöffneten Fenster ab.',
    again: 'Fenster erneut öffnen',
    refused: 'Der Shop konnte diesen Schritt nicht vorbereiten. Bitte versuchen Sie es erneut.',
  },
  framed: {
    title: 'Noch hier?',
    text: 'Die Seite um diesen Shop lässt Sie vielleicht nicht weiter. Machen Sie in einem neuen Tab weiter.',
    tab: 'In neuem Tab öffnen',
    noTab: 'Auch kein neuer Tab? Kopieren Sie die Adresse und öffnen Sie sie in Ihrem Browser.',
    copy: 'Adresse kopieren',
  },
  picture: {
    save: 'Code speichern',
    share: 'Code teilen',
    copy: 'Code als Text kopieren',
    hosted: 'Code auf eigener Seite öffnen',
    unreadable:
      'Der Code kann hier nicht angezeigt werden. Bitte gehen Sie zurück zum Shop und bezahlen Sie anders.',
  },
  app: {
    title: (name) => `Mit ${name || 'einer App'} bezahlen`,
    text: (name) =>
      `Bestätigen Sie die Zahlung in ${name || 'Ihrer Wallet-App'} und kommen Sie dann hierher zurück.`,
    open: (name) => `${name || 'Wallet-App'} öffnen`,
    page: 'Im Browser fortfahren',
    direct: 'App direkt öffnen',
    scan: (name) =>
      `Scannen Sie diesen Code mit der Kamera Ihres Smartphones, um in ${name || 'Ihrer Wallet-App'} fortzufahren.`,
    label: (name) => `QR-Code, der ${name || 'Ihre Wallet-App'} auf dem Smartphone öffnet`,
    phone: (name) =>
      `Diese Zahlung ist nur in ${name || 'einer Wallet-App'} auf einem Smartphone möglich. Öffnen Sie diese Seite dort, um fortzufahren.`,
    stuck: 'Hat sich die App geöffnet?',
    choose: 'Wählen Sie Ihre App',
    other: 'Andere App',
    missing: (name) =>
      `Wenn nicht, ist ${name || 'die App'} vielleicht nicht auf diesem Smartphone.`,
    back: (name) =>
      `Haben Sie in ${name || 'Ihrer Wallet-App'} bezahlt? Wir suchen nach Ihrer Zahlung.`,
    again: 'Erneut bezahlen',
    refused: (name) => `${name} kann in dieser App nicht verwendet werden.`,
    browser:
      'Öffnen Sie diese Seite in Ihrem Browser: Tippen Sie auf das Menü (⋯ oder ⋮) und dann auf „Im Browser öffnen“.',
    address: 'Adresse dieser Seite kopieren',
  },
  wechat: {
    text: 'Bestätigen Sie die Zahlung in WeChat.',
    opening: 'WeChat Pay wird geöffnet …',
    pay: 'Mit WeChat Pay bezahlen',
    canceled: 'WeChat Pay wurde vor der Zahlung geschlossen.',
    failed: 'WeChat Pay konnte nicht geöffnet werden.',
    refused: 'Diese Zahlung ist in WeChat nicht möglich.',
    outside:
      'Diese Zahlung ist nur in WeChat möglich. Öffnen Sie diese Seite dort, um fortzufahren.',
  },
  voucher: {
    title: (name) => `Mit ${name} bezahlen`,
    where: {
      oxxo: 'Zeigen Sie den Zahlschein in einem OXXO-Geschäft und bezahlen Sie bar.',
      boleto:
        'Bezahlen Sie den Boleto in Ihrer Banking-App, in einer Bank oder Lotterie-Annahmestelle.',
      konbini: 'Bezahlen Sie in einem dieser Geschäfte mit dessen Codes.',
      multibanco: 'Bezahlen Sie an einem Multibanco-Automaten oder in Ihrer Banking-App.',
    },
    payBy: (date) => `Zahlbar bis ${date}`,
    open: 'Zahlschein öffnen',
    pdf: 'Als PDF herunterladen',
    barcode: (number) => `Barcode mit der Nummer ${number}`,
    print: 'Drucken',
    waiting: 'Warten auf Ihre Zahlung. Sie können diese Seite schließen: Der Shop erfährt davon.',
    expired: 'Die Zeit zum Bezahlen ist abgelaufen',
    expiredText:
      'Wenn Sie bereits bezahlt haben, müssen Sie nichts weiter tun: Die Bestätigung kann einige Tage dauern.',
  },
  transfer: {
    title: 'Per Überweisung bezahlen',
    text: 'Überweisen Sie bei Ihrer Bank mit diesen Angaben.',
    part: (received, amount, rest) =>
      `${received} von ${amount} sind eingegangen. Bitte überweisen Sie die restlichen ${rest} mit diesen Angaben.`,
    still: (received) => `Mehr als ${received} ist noch nicht eingegangen. Wir sehen weiter nach.`,
    amount: 'Noch zu zahlen',
    reference: 'Geben Sie den Verwendungszweck an, damit Ihre Zahlung gefunden wird.',
    open: 'Anleitung öffnen',
    scan: 'Mit Ihrer Banking-App scannen',
    label: (amount) => `QR-Code für eine Überweisung${amount && ` von ${amount}`}`,
    waiting:
      'Warten auf Ihre Überweisung. Das kann einige Tage dauern; Sie können diese Seite schließen.',
  },
  accounts: {
    iban: 'SEPA-Überweisung',
    sort_code: 'Überweisung in Großbritannien',
    aba: 'Überweisung in den USA (ACH oder Wire)',
    swift: 'Internationale Überweisung (SWIFT)',
    zengin: 'Überweisung in Japan',
    spei: 'SPEI-Überweisung',
  },
  details: {
    number: 'Nummer',
    entity: 'Entität',
    reference: 'Verwendungszweck',
    payment_code: 'Zahlungscode',
    confirmation_number: 'Bestätigungsnummer',
    iban: 'IBAN',
    bic: 'BIC',
    clabe: 'CLABE',
    sort_code: 'Sort Code',
    routing_number: 'Routing Number',
    swift_code: 'SWIFT-Code',
    account_number: 'Kontonummer',
    account_type: 'Kontoart',
    bank_code: 'Bankleitzahl',
    bank_name: 'Bank',
    branch_code: 'Filialnummer',
    branch_name: 'Filiale',
    account_holder_name: 'Kontoinhaber',
    account_holder_address: 'Adresse des Inhabers',
    bank_address: 'Adresse der Bank',
    country: 'Land',
  },
  accountTypes: {
    checking: 'Girokonto',
    savings: 'Sparkonto',
    futsu: 'Gewöhnliches Konto (普通)',
    toza: 'Kontokorrent (当座)',
  },
  await: {
    approval: 'Geben Sie die Zahlung frei',
    approve: (name) =>
      `Öffnen Sie ${name ? `Ihre ${name}-App` : 'Ihre Banking-App'} auf dem Smartphone und geben Sie die Zahlung frei.`,
    silent: 'Keine Nachricht? Öffnen Sie die App selbst: Die Zahlung wartet dort.',
    asked: 'Ihre Bank sendet Ihnen eine Nachricht zu dieser Zahlung. Folgen Sie ihr zur Freigabe.',
    approveBy: (date) => `Geben Sie sie vor ${date} frei.`,
    notice: 'Ihre Bank gibt Ihnen Bescheid',
    charged: (date) =>
      `Die Zahlung wird ${date ? `am ${date}` : 'in ein bis zwei Tagen'} abgebucht. Sie müssen nichts weiter tun.`,
    deposits: 'Bestätigen Sie Ihr Bankkonto',
    amounts: (date) =>
      `Zwei kleine Beträge gehen ${date ? `bis ${date}` : 'in ein bis zwei Tagen'} auf Ihrem Konto ein. Geben Sie sie ein, um die Zahlung abzuschließen.`,
    code: (date) =>
      `Ein kleiner Betrag geht ${date ? `bis ${date}` : 'in ein bis zwei Tagen'} auf Ihrem Konto ein. Im Verwendungszweck steht ein Code, der mit SM beginnt. Geben Sie ihn ein, um die Zahlung abzuschließen.`,
    enterAmounts: 'Beträge eingeben',
    enterCode: 'Code eingeben',
    expired: 'Die Zeit zur Freigabe ist abgelaufen',
  },
  fingerprint: {
    title: 'Prüfung bei Ihrer Bank',
    text: 'Das dauert einige Sekunden. Bitte lassen Sie diese Seite geöffnet.',
    slow: 'Ihre Bank braucht noch etwas Zeit.',
  },
  challenge: {
    title: 'Bei Ihrer Bank bestätigen',
    text: 'Ihre Bank möchte sichergehen, dass Sie es sind.',
    cancel: 'Abbrechen',
    resume: 'Fortfahren',
    dismissed: 'Die Zahlung ist nicht abgeschlossen. Ihre Bank muss Sie noch bestätigen.',
    trouble: 'Probleme mit dieser Seite?',
    silent: 'Die Seite Ihrer Bank antwortet nicht.',
    ownPage: 'Auf der Seite der Bank fortfahren',
  },
  sdk: {
    title: 'Noch ein Schritt',
    text: 'Der Shop führt diese Zahlung für Sie fort. Bitte lassen Sie diese Seite geöffnet.',
    unhandled:
      'Dieser Schritt kann hier nicht angezeigt werden. Bitte gehen Sie zurück zum Shop und bezahlen Sie anders.',
  },
  unsupported: {
    title: 'Dieser Schritt kann nicht angezeigt werden',
    text: 'Die Zahlung braucht einen Schritt, den diese Seite nicht kennt. Wenn Sie bereits bezahlt haben, sagt es Ihnen diese Seite. Sonst bezahlen Sie bitte anders.',
  },
  setup: {
    payment: 'Zahlungsmethode',
    notYet: 'Es ist noch nichts eingegangen. Wir sehen weiter nach.',
    paused: 'Wir prüfen nicht mehr.',
    loading: 'Wird geladen …',
    payable: {
      title: 'Bereit zum Speichern',
      text: 'Der Shop hat diesen Vorgang noch nicht gestartet.',
    },
    processing: {
      title: 'Ihre Zahlungsmethode wird gespeichert',
      text: 'Das kann einen Moment dauern. Sie müssen es nicht wiederholen.',
    },
    unclear: {
      title: 'Ihre Zahlungsmethode wird geprüft',
      text: 'Wir wissen noch nicht, ob sie gespeichert wurde. Bitte fragen Sie den Shop, bevor Sie es erneut versuchen.',
    },
    succeeded: {
      title: 'Gespeichert',
      text: 'Ihre Zahlungsmethode ist gespeichert. Es wurde nichts abgebucht.',
    },
    canceled: {
      title: 'Abgebrochen',
      text: 'Es wurde keine Zahlungsmethode gespeichert. Sie müssen nichts weiter tun.',
      automatic:
        'Der Zahlungsdienst hat diesen Vorgang geschlossen. Bitte beginnen Sie im Shop neu.',
    },
    unavailable: {
      title: 'Nicht verfügbar',
      unreachable: 'Der Zahlungsdienst ist nicht erreichbar. Wir versuchen es weiter.',
      invalid: 'Dieser Vorgang kann hier nicht angezeigt werden. Bitte fragen Sie den Shop.',
    },
    qr: {
      title: (name) => (name ? `${name} speichern` : 'Zum Fortfahren scannen'),
      label: () => 'QR-Code zum Speichern Ihrer Zahlungsmethode',
      confirm: () => 'Bestätigen Sie dort',
      waiting: 'Warten auf Ihre Bestätigung …',
    },
    failed: {
      title: 'Nicht gespeichert',
      other: 'Ihre Zahlungsmethode konnte nicht gespeichert werden.',
      declined: 'Ihre Bank hat das abgelehnt. Es wurde nichts abgebucht.',
      funds: 'Ihre Bank hat das abgelehnt. Es wurde nichts abgebucht.',
      canceled: 'Der Vorgang wurde vor dem Abschluss abgebrochen. Es wurde nichts abgebucht.',
      expired: 'Die Zeit zum Bestätigen ist abgelaufen. Es wurde nichts abgebucht.',
      busy: 'Ihre Bank ist gerade nicht verfügbar. Versuchen Sie es in ein paar Minuten erneut.',
      unsupported:
        'Diese Karte oder dieses Konto kann nicht gespeichert werden. Bitte wählen Sie etwas anderes.',
      account:
        'Ihre Bank hat dieses Konto nicht akzeptiert. Prüfen Sie die Angaben oder wählen Sie ein anderes.',
    },
    pay: {
      title: 'Welche Zahlungsmethode möchten Sie speichern?',
      none: 'Auf dieser Seite kann keine Zahlungsmethode gespeichert werden. Bitte gehen Sie zurück zum Shop.',
      now: () => 'Speichern',
      another: 'Andere Zahlungsmethode',
      back: 'Zurück',
      confirm: 'Zahlungsmethode speichern',
      refused:
        'Das wurde nicht akzeptiert. Prüfen Sie Ihre Angaben oder wählen Sie eine andere Zahlungsmethode.',
      fields: { app: 'App zum Bestätigen' },
      wrong: { app: 'Wählen Sie die App, mit der Sie bestätigen.' },
    },
    expired: {
      renew:
        'Wenn Sie gerade bestätigt haben, prüfen Sie erneut. Sonst fordern Sie einen neuen Code an.',
      goBack:
        'Wenn Sie gerade bestätigt haben, prüfen Sie erneut. Sonst gehen Sie zurück zum Shop und beginnen neu.',
    },
    iHavePaid: 'Ich habe bestätigt',
    delayed: {
      title: 'Hier ist alles erledigt',
      text: 'Ihre Bank braucht nun einige Tage, um Ihr Konto zu bestätigen. Sie können diese Seite schließen: Der Shop erfährt davon.',
    },
    picture: {
      unreadable:
        'Der Code kann hier nicht angezeigt werden. Bitte gehen Sie zurück zum Shop und wählen Sie eine andere Zahlungsmethode.',
    },
    redirect: {
      title: (name) => (name ? `Weiter mit ${name}` : 'Fortfahren'),
      text: (name) => `Sie bestätigen bei ${name || 'Ihrer Bank'} und kommen dann hierher zurück.`,
      popup: 'Machen Sie in dem geöffneten Fenster weiter.',
    },
    app: {
      title: (name) => `In ${name || 'einer App'} fortfahren`,
      text: (name) =>
        `Bestätigen Sie in ${name || 'Ihrer Wallet-App'} und kommen Sie dann hierher zurück.`,
      phone: (name) =>
        `Das ist nur in ${name || 'einer Wallet-App'} auf einem Smartphone möglich. Öffnen Sie diese Seite dort, um fortzufahren.`,
      back: (name) => `Haben Sie in ${name || 'Ihrer Wallet-App'} bestätigt? Wir suchen danach.`,
      again: 'Erneut versuchen',
    },
    await: {
      approval: 'Bestätigen Sie auf dem Smartphone',
      approve: (name) =>
        `Öffnen Sie ${name ? `Ihre ${name}-App` : 'Ihre Banking-App'} auf dem Smartphone und bestätigen Sie dort.`,
      silent: 'Keine Nachricht? Öffnen Sie die App selbst: Die Anfrage wartet dort.',
      asked: 'Ihre Bank sendet Ihnen dazu eine Nachricht. Folgen Sie ihr zur Bestätigung.',
      approveBy: (date) => `Bestätigen Sie vor ${date}.`,
      amounts: (date) =>
        `Zwei kleine Beträge gehen ${date ? `bis ${date}` : 'in ein bis zwei Tagen'} auf Ihrem Konto ein. Geben Sie sie ein, um das Konto zu speichern.`,
      code: (date) =>
        `Ein kleiner Betrag geht ${date ? `bis ${date}` : 'in ein bis zwei Tagen'} auf Ihrem Konto ein. Im Verwendungszweck steht ein Code, der mit SM beginnt. Geben Sie ihn ein, um das Konto zu speichern.`,
      expired: 'Die Zeit zum Bestätigen ist abgelaufen',
    },
    challenge: { dismissed: 'Es ist noch nichts gespeichert. Ihre Bank muss Sie noch bestätigen.' },
    sdk: {
      text: 'Der Shop führt diesen Vorgang für Sie fort. Bitte lassen Sie diese Seite geöffnet.',
      unhandled:
        'Dieser Schritt kann hier nicht angezeigt werden. Bitte gehen Sie zurück zum Shop und wählen Sie eine andere Zahlungsmethode.',
    },
    unsupported: {
      text: 'Zum Speichern ist ein Schritt nötig, den diese Seite nicht kennt. Wenn Sie bereits bestätigt haben, sagt es Ihnen diese Seite. Sonst wählen Sie bitte eine andere Zahlungsmethode.',
    },
  },
};
