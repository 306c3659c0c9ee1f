import type { Messages } from './en.ts';

export const messages: Messages = {
  lang: 'fr',
  dir: 'ltr',
  methods: { acss_debit: 'Débit préautorisé', sepa_debit: 'Prélèvement SEPA' },
  apps: {},

  payment: 'Paiement',
  checkAgain: 'Vérifier à nouveau',
  iHavePaid: 'J’ai payé',
  checking: 'Vérification…',
  notYet: 'Aucun paiement n’est encore arrivé. Nous continuons à vérifier.',
  tryAgain: 'Réessayer',
  reconnecting: 'Connexion perdue. Reconnexion…',
  reconnected: 'Connexion rétablie.',
  paused: 'Nous avons cessé de vérifier votre paiement.',

  loading: 'Chargement de votre paiement…',
  loadFailed: 'Une partie de cette page n’a pas pu être chargée.',
  payable: { title: 'Prêt à payer', text: 'La boutique n’a pas encore lancé ce paiement.' },
  processing: {
    title: 'Traitement de votre paiement',
    text: 'Cela peut prendre un instant. Vous n’avez pas à payer de nouveau.',
  },
  delayed: {
    title: 'Tout est fait ici',
    text: 'Votre banque a maintenant besoin de quelques jours pour effectuer le paiement. Vous pouvez fermer cette page : la boutique le saura.',
  },
  unclear: {
    title: 'Vérification de votre paiement',
    text: 'Nous ne savons pas encore si ce paiement a abouti. Contactez la boutique avant de payer de nouveau.',
  },
  succeeded: { title: 'Paiement effectué', text: 'Merci. Votre paiement a bien été reçu.' },
  authorized: {
    title: 'Paiement autorisé',
    text: 'Le montant est réservé. La boutique le débitera plus tard.',
  },
  canceled: {
    title: 'Paiement annulé',
    text: 'Ce paiement a été annulé. Vous n’avez plus rien à faire ici.',
    automatic: 'Le service de paiement a clos ce paiement. Veuillez recommencer dans la boutique.',
  },
  unavailable: {
    title: 'Paiement indisponible',
    unreachable: 'Le service de paiement est injoignable. Nous continuons d’essayer.',
    invalid:
      'Ce paiement ne peut pas être affiché ici. Si vous avez déjà payé, ne payez pas de nouveau et contactez la boutique.',
  },

  qr: {
    title: (name) => (name ? `Payer avec ${name}` : 'Scanner pour payer'),
    label: (name, amount) =>
      `Code QR pour payer${amount && ` ${amount}`}${name && ` avec ${name}`}`,
    open: (name) => `Ouvrez ${name || 'l’application de votre banque'} sur votre téléphone`,
    scan: 'Scannez ce code',
    save: 'Enregistrez ce code ou faites une capture d’écran',
    hold: 'Appuyez longuement sur le code pour l’enregistrer',
    choose: (name) =>
      `Ouvrez ${name || 'l’application de votre banque'} et scannez-le depuis vos photos`,
    confirm: (amount) => `Confirmez le paiement${amount && ` de ${amount}`}`,
    waiting: 'En attente de votre paiement…',
  },
  leaving: (name) => `Redirection vers ${name || 'votre banque'}…`,
  go: (name) => `Continuer vers ${name || 'votre banque'}`,

  expiresIn: (time) => `Expire dans ${time}`,
  expiresOn: (date) => `Valable jusqu’au ${date}`,
  copy: (what) => `Copier : ${what}`,
  copied: 'Copié',
  copyFailed: 'Sélectionnez le texte pour le copier',
  shareDetails: 'Partager les informations',
  copyDetails: 'Copier toutes les informations',

  expired: {
    title: 'Ce code a expiré',
    newCode: 'Obtenir un nouveau code',
    renew: 'Si vous venez de payer, vérifiez à nouveau. Sinon, obtenez un nouveau code.',
    goBack: 'Si vous venez de payer, vérifiez à nouveau. Sinon, recommencez depuis la boutique.',
    appSays: 'Si votre application indique que ce code a expiré, obtenez-en un nouveau.',
  },
  failed: {
    title: 'Échec du paiement',
    declined: 'Votre banque a refusé le paiement. Vous n’avez pas été débité.',
    funds: 'Le solde est insuffisant pour ce paiement. Vous n’avez pas été débité.',
    limit: 'Un plafond de votre carte ou compte est atteint. Vous n’avez pas été débité.',
    authentication: 'Votre banque n’a pas pu vérifier votre identité. Vous n’avez pas été débité.',
    canceled: 'Le paiement a été annulé avant d’aboutir. Vous n’avez pas été débité.',
    expired: 'Le délai de paiement est écoulé. Vous n’avez pas été débité.',
    busy: 'Votre banque ne peut pas traiter le paiement pour le moment. Réessayez dans quelques minutes.',
    unsupported:
      'Ce paiement ne peut pas être fait avec cette carte ou ce compte. Payez autrement.',
    expiredCard: 'Cette carte a expiré. Utilisez-en une autre.',
    number: 'Le numéro de carte est incorrect. Vérifiez-le.',
    expiry: 'La date d’expiration est incorrecte. Vérifiez-la.',
    securityCode: 'Le code de sécurité est incorrect. Vérifiez-le.',
    address: 'L’adresse de facturation ne correspond pas à la carte. Vérifiez-la.',
    code: 'Votre banque n’a pas accepté le code. Obtenez-en un nouveau dans son application et réessayez.',
    account: 'Votre banque n’a pas accepté ce compte. Vérifiez-le ou payez autrement.',
    other: 'Le paiement n’a pas abouti.',
  },
  pay: {
    title: 'Comment souhaitez-vous payer ?',
    none: 'Ce paiement ne peut pas être fait sur cette page. Retournez à la boutique.',
    now: (amount) => (amount ? `Payer ${amount}` : 'Payer maintenant'),
    code: 'Afficher le code QR',
    voucher: 'Obtenir le bon de paiement',
    transfer: 'Afficher les coordonnées bancaires',
    busy: 'Un instant…',
    another: 'Payer autrement',
    back: 'Revenir au paiement',
    confirm: 'Confirmez votre paiement',
    ending: (name, digits) => `${name} se terminant par ${digits}`,
    card: 'Carte',
    bankTransfer: 'Virement bancaire',
    optional: (label) => `${label} (facultatif)`,
    choose: 'Choisissez',
    anyBank: 'Choisir à la page suivante',
    refused: 'Cela n’a pas été accepté. Vérifiez votre saisie ou payez autrement.',
    unanswered: 'Le service de paiement n’a pas répondu. Réessayez.',
    changed: 'Le montant a changé. Vérifiez-le, puis payez.',
    fields: {
      name: 'Nom complet',
      email: 'E-mail',
      phone: 'Téléphone mobile',
      taxId: 'CPF ou CNPJ',
      bank: 'Banque',
      code: 'Code de l’application de votre banque',
      line1: 'Rue et numéro',
      city: 'Ville',
      state: 'État ou région',
      postalCode: 'Code postal',
      country: 'Pays',
      provider: 'Opérateur de mobile money',
      app: 'Application de paiement',
    },
    agree: (shop) =>
      `Vous autorisez ${shop || 'la boutique'} à débiter ce moyen de paiement lors de paiements ultérieurs.`,
    wrong: {
      name: 'Saisissez votre prénom et votre nom.',
      email: 'Saisissez votre adresse e-mail, comme nom@example.com.',
      phone: 'Saisissez votre mobile avec l’indicatif du pays, comme +351 912 345 678.',
      taxId: 'Saisissez un CPF (11 chiffres) ou un CNPJ (14 caractères) valide.',
      bank: 'Choisissez votre banque.',
      code: 'Saisissez les 6 chiffres affichés par l’application de votre banque.',
      line1: 'Saisissez la rue et le numéro.',
      city: 'Saisissez votre ville.',
      state: 'Saisissez votre État ou région.',
      postalCode: 'Saisissez votre code postal.',
      country: 'Choisissez votre pays.',
      provider: 'Choisissez votre opérateur.',
      app: 'Choisissez l’application avec laquelle payer.',
    },
  },
  redirect: {
    title: (name) => (name ? `Payer avec ${name}` : 'Continuer le paiement'),
    text: (name) =>
      `Vous terminerez le paiement sur ${name || 'le site de votre banque'}, puis reviendrez ici.`,
    popup: 'Terminez le paiement dans la fenêtre qui s’est ouverte.',
    again: 'Rouvrir la fenêtre',
    refused: 'La boutique n’a pas pu préparer cette étape. Réessayez.',
  },
  framed: {
    title: 'Toujours ici ?',
    text: 'La page autour de cette boutique vous empêche peut-être d’en sortir. Continuez dans un nouvel onglet.',
    tab: 'Ouvrir dans un nouvel onglet',
    noTab: 'Pas de nouvel onglet non plus ? Copiez l’adresse et ouvrez-la dans votre navigateur.',
    copy: 'Copier l’adresse',
  },
  picture: {
    save: 'Enregistrer le code',
    share: 'Partager le code',
    copy: 'Copier le code sous forme de texte',
    hosted: 'Ouvrir le code sur sa propre page',
    unreadable: 'Le code ne peut pas être affiché ici. Retournez à la boutique et payez autrement.',
  },
  app: {
    title: (name) => `Payer avec ${name || 'une application'}`,
    text: (name) =>
      `Confirmez le paiement dans ${name || 'votre application de paiement'}, puis revenez ici.`,
    open: (name) => `Ouvrir ${name || 'votre application de paiement'}`,
    page: 'Continuer dans le navigateur',
    direct: 'Ouvrir l’application directement',
    scan: (name) =>
      `Scannez ce code avec l’appareil photo de votre téléphone pour continuer dans ${name || 'votre application de paiement'}.`,
    label: (name) =>
      `Code QR qui ouvre ${name || 'votre application de paiement'} sur votre téléphone`,
    phone: (name) =>
      `Ce paiement ne peut être fait que dans ${name || 'une application de paiement'} sur un téléphone. Ouvrez-y cette page pour continuer.`,
    stuck: 'L’application s’est-elle ouverte ?',
    choose: 'Choisissez votre application',
    other: 'Une autre application',
    missing: (name) => `Sinon, ${name || 'l’application'} n’est peut-être pas sur ce téléphone.`,
    back: (name) =>
      `Avez-vous payé dans ${name || 'votre application de paiement'} ? Nous cherchons votre paiement.`,
    again: 'Payer à nouveau',
    refused: (name) => `${name} ne peut pas être utilisé dans cette application.`,
    browser:
      'Ouvrez cette page dans votre navigateur : touchez le menu (⋯ ou ⋮), puis « Ouvrir dans le navigateur ».',
    address: 'Copier l’adresse de cette page',
  },
  wechat: {
    text: 'Confirmez le paiement dans WeChat.',
    opening: 'Ouverture de WeChat Pay…',
    pay: 'Payer avec WeChat Pay',
    canceled: 'WeChat Pay a été fermé avant le paiement.',
    failed: 'WeChat Pay n’a pas pu être ouvert.',
    refused: 'Ce paiement ne peut pas être fait dans WeChat.',
    outside: 'Ce paiement ne peut être fait que dans WeChat. Ouvrez-y cette page pour continuer.',
  },
  voucher: {
    title: (name) => `Payer avec ${name}`,
    where: {
      oxxo: 'Présentez le bon dans un magasin OXXO et payez en espèces.',
      boleto: 'Payez le boleto dans l’application de votre banque, en agence ou dans une loterie.',
      konbini: 'Payez dans l’un de ces magasins avec ses codes.',
      multibanco: 'Payez à un distributeur Multibanco ou dans l’application de votre banque.',
    },
    payBy: (date) => `À payer avant le ${date}`,
    open: 'Ouvrir le bon',
    pdf: 'Télécharger en PDF',
    barcode: (number) => `Code-barres portant le numéro ${number}`,
    print: 'Imprimer',
    waiting: 'En attente de votre paiement. Vous pouvez fermer cette page : la boutique le saura.',
    expired: 'Le délai de paiement est écoulé',
    expiredText:
      'Si vous avez déjà payé, vous n’avez plus rien à faire : la confirmation peut prendre quelques jours.',
  },
  transfer: {
    title: 'Payer par virement',
    text: 'Faites un virement depuis votre banque avec ces coordonnées.',
    part: (received, amount, rest) =>
      `Nous avons reçu ${received} sur ${amount}. Veuillez virer le reste, ${rest}, avec ces coordonnées.`,
    still: (received) =>
      `Rien de plus que ${received} n’est encore arrivé. Nous continuons à vérifier.`,
    amount: 'Reste à payer',
    reference: 'Indiquez la référence dans le virement pour que votre paiement soit retrouvé.',
    open: 'Ouvrir les instructions',
    scan: 'Scannez avec l’application de votre banque',
    label: (amount) => `Code QR pour un virement${amount && ` de ${amount}`}`,
    waiting:
      'En attente de votre virement. Cela peut prendre quelques jours ; vous pouvez fermer cette page.',
  },
  accounts: {
    iban: 'Virement SEPA',
    sort_code: 'Virement au Royaume-Uni',
    aba: 'Virement aux États-Unis (ACH ou wire)',
    swift: 'Virement international (SWIFT)',
    zengin: 'Virement au Japon',
    spei: 'Virement SPEI',
  },
  details: {
    number: 'Numéro',
    entity: 'Entité',
    reference: 'Référence',
    payment_code: 'Code de paiement',
    confirmation_number: 'Numéro de confirmation',
    iban: 'IBAN',
    bic: 'BIC',
    clabe: 'CLABE',
    sort_code: 'Sort code',
    routing_number: 'Routing number',
    swift_code: 'Code SWIFT',
    account_number: 'Numéro de compte',
    account_type: 'Type de compte',
    bank_code: 'Code banque',
    bank_name: 'Banque',
    branch_code: 'Code guichet',
    branch_name: 'Agence',
    account_holder_name: 'Titulaire du compte',
    account_holder_address: 'Adresse du titulaire',
    bank_address: 'Adresse de la banque',
    country: 'Pays',
  },
  accountTypes: {
    checking: 'Compte courant',
    savings: 'Compte d’épargne',
    futsu: 'Compte ordinaire (普通)',
    toza: 'Compte courant (当座)',
  },
  await: {
    approval: 'Approuvez le paiement',
    approve: (name) =>
      `Ouvrez ${name ? `l’application ${name}` : 'l’application de votre banque'} sur votre téléphone et approuvez le paiement.`,
    silent: 'Aucun message ? Ouvrez l’application : le paiement vous y attend.',
    asked: 'Votre banque vous envoie un message à propos de ce paiement. Suivez-le pour approuver.',
    approveBy: (date) => `Approuvez-le avant le ${date}.`,
    notice: 'Votre banque vous préviendra',
    charged: (date) =>
      `Le paiement sera prélevé ${date ? `le ${date}` : 'd’ici un ou deux jours'}. Vous n’avez plus rien à faire.`,
    deposits: 'Vérifiez votre compte bancaire',
    amounts: (date) =>
      `Deux petits montants arriveront sur votre compte ${date ? `avant le ${date}` : 'd’ici un ou deux jours'}. Saisissez-les pour terminer le paiement.`,
    code: (date) =>
      `Un petit montant arrivera sur votre compte ${date ? `avant le ${date}` : 'd’ici un ou deux jours'}. Son libellé contient un code qui commence par SM. Saisissez-le pour terminer le paiement.`,
    enterAmounts: 'Saisir les montants',
    enterCode: 'Saisir le code',
    expired: 'Le délai d’approbation est écoulé',
  },
  fingerprint: {
    title: 'Vérification auprès de votre banque',
    text: 'Cela prend quelques secondes. Gardez cette page ouverte.',
    slow: 'Votre banque prend son temps.',
  },
  challenge: {
    title: 'Confirmez auprès de votre banque',
    text: 'Votre banque veut s’assurer que c’est bien vous.',
    cancel: 'Annuler',
    resume: 'Continuer',
    dismissed: 'Le paiement n’est pas terminé. Votre banque doit encore vérifier votre identité.',
    trouble: 'Un problème avec cette page ?',
    silent: 'La page de votre banque ne répond pas.',
    ownPage: 'Continuer sur la page de la banque',
  },
  sdk: {
    title: 'Encore une étape',
    text: 'La boutique poursuit ce paiement pour vous. Gardez cette page ouverte.',
    unhandled:
      'Cette étape ne peut pas être affichée ici. Retournez à la boutique et payez autrement.',
  },
  unsupported: {
    title: 'Cette étape ne peut pas être affichée',
    text: 'Le paiement nécessite une étape que cette page ne connaît pas. Si vous avez déjà payé, cette page vous le dira. Sinon, payez autrement.',
  },
  setup: {
    payment: 'Moyen de paiement',
    notYet: 'Rien n’est encore arrivé. Nous continuons à vérifier.',
    paused: 'Nous avons cessé de vérifier.',
    loading: 'Chargement…',
    payable: {
      title: 'Prêt à enregistrer',
      text: 'La boutique n’a pas encore lancé cette opération.',
    },
    processing: {
      title: 'Enregistrement de votre moyen de paiement',
      text: 'Cela peut prendre un instant. Vous n’avez pas à recommencer.',
    },
    unclear: {
      title: 'Vérification de votre moyen de paiement',
      text: 'Nous ne savons pas encore s’il a été enregistré. Contactez la boutique avant de réessayer.',
    },
    succeeded: {
      title: 'Enregistré',
      text: 'Votre moyen de paiement a été enregistré. Vous n’avez pas été débité.',
    },
    canceled: {
      title: 'Annulé',
      text: 'Aucun moyen de paiement n’a été enregistré. Vous n’avez plus rien à faire ici.',
      automatic:
        'Le service de paiement a clos cette opération. Veuillez recommencer dans la boutique.',
    },
    unavailable: {
      title: 'Indisponible',
      unreachable: 'Le service de paiement est injoignable. Nous continuons d’essayer.',
      invalid: 'Cette opération ne peut pas être affichée ici. Contactez la boutique.',
    },
    qr: {
      title: (name) => (name ? `Enregistrer ${name}` : 'Scanner pour continuer'),
      label: () => 'Code QR pour enregistrer votre moyen de paiement',
      confirm: () => 'Confirmez dans l’application',
      waiting: 'En attente de votre confirmation…',
    },
    failed: {
      title: 'Non enregistré',
      other: 'Votre moyen de paiement n’a pas pu être enregistré.',
      declined: 'Votre banque a refusé. Vous n’avez pas été débité.',
      funds: 'Votre banque a refusé. Vous n’avez pas été débité.',
      canceled: 'L’opération a été annulée avant d’aboutir. Vous n’avez pas été débité.',
      expired: 'Le délai de confirmation est écoulé. Vous n’avez pas été débité.',
      busy: 'Votre banque est indisponible pour le moment. Réessayez dans quelques minutes.',
      unsupported: 'Cette carte ou ce compte ne peut pas être enregistré. Faites un autre choix.',
      account: 'Votre banque n’a pas accepté ce compte. Vérifiez-le ou choisissez-en un autre.',
    },
    pay: {
      title: 'Quel moyen de paiement souhaitez-vous enregistrer ?',
      none: 'Aucun moyen de paiement ne peut être enregistré sur cette page. Retournez à la boutique.',
      now: () => 'Enregistrer',
      another: 'Un autre moyen de paiement',
      back: 'Revenir',
      confirm: 'Enregistrez votre moyen de paiement',
      refused: 'Cela n’a pas été accepté. Vérifiez votre saisie ou choisissez un autre moyen.',
      fields: { app: 'Application de confirmation' },
      wrong: { app: 'Choisissez l’application avec laquelle confirmer.' },
    },
    expired: {
      renew: 'Si vous venez de confirmer, vérifiez à nouveau. Sinon, obtenez un nouveau code.',
      goBack:
        'Si vous venez de confirmer, vérifiez à nouveau. Sinon, recommencez depuis la boutique.',
    },
    iHavePaid: 'J’ai confirmé',
    delayed: {
      title: 'Tout est fait ici',
      text: 'Votre banque a maintenant besoin de quelques jours pour vérifier votre compte. Vous pouvez fermer cette page : la boutique le saura.',
    },
    picture: {
      unreadable:
        'Le code ne peut pas être affiché ici. Retournez à la boutique et choisissez un autre moyen.',
    },
    redirect: {
      title: (name) => (name ? `Continuer avec ${name}` : 'Continuer'),
      text: (name) =>
        `Vous confirmerez sur ${name || 'le site de votre banque'}, puis reviendrez ici.`,
      popup: 'Terminez dans la fenêtre qui s’est ouverte.',
    },
    app: {
      title: (name) => `Continuer dans ${name || 'une application'}`,
      text: (name) =>
        `Confirmez dans ${name || 'votre application de paiement'}, puis revenez ici.`,
      phone: (name) =>
        `Cela ne peut être fait que dans ${name || 'une application de paiement'} sur un téléphone. Ouvrez-y cette page pour continuer.`,
      back: (name) =>
        `Avez-vous confirmé dans ${name || 'votre application de paiement'} ? Nous cherchons votre confirmation.`,
      again: 'Réessayer',
    },
    await: {
      approval: 'Confirmez sur votre téléphone',
      approve: (name) =>
        `Ouvrez ${name ? `l’application ${name}` : 'l’application de votre banque'} sur votre téléphone et confirmez-y.`,
      silent: 'Aucun message ? Ouvrez l’application : la demande vous y attend.',
      asked: 'Votre banque vous envoie un message à ce sujet. Suivez-le pour confirmer.',
      approveBy: (date) => `Confirmez avant le ${date}.`,
      amounts: (date) =>
        `Deux petits montants arriveront sur votre compte ${date ? `avant le ${date}` : 'd’ici un ou deux jours'}. Saisissez-les pour enregistrer le compte.`,
      code: (date) =>
        `Un petit montant arrivera sur votre compte ${date ? `avant le ${date}` : 'd’ici un ou deux jours'}. Son libellé contient un code qui commence par SM. Saisissez-le pour enregistrer le compte.`,
      expired: 'Le délai de confirmation est écoulé',
    },
    challenge: {
      dismissed: 'Rien n’est encore enregistré. Votre banque doit encore vérifier votre identité.',
    },
    sdk: {
      text: 'La boutique poursuit cette opération pour vous. Gardez cette page ouverte.',
      unhandled:
        'Cette étape ne peut pas être affichée ici. Retournez à la boutique et choisissez un autre moyen.',
    },
    unsupported: {
      text: 'L’enregistrement nécessite une étape que cette page ne connaît pas. Si vous avez déjà confirmé, cette page vous le dira. Sinon, choisissez un autre moyen.',
    },
  },
};
