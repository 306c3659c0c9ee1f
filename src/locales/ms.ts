import type { Messages } from './en.ts';

export const messages: Messages = {
  lang: 'ms',
  dir: 'ltr',
  methods: {},
  apps: {},

  payment: 'Pembayaran',
  checkAgain: 'Semak semula',
  iHavePaid: 'Saya sudah bayar',
  checking: 'Menyemak…',
  notYet: 'Pembayaran belum diterima. Kami terus menyemak.',
  tryAgain: 'Cuba lagi',
  reconnecting: 'Sambungan terputus. Menyambung semula…',
  reconnected: 'Disambungkan semula.',
  paused: 'Kami telah berhenti menyemak pembayaran anda.',

  loading: 'Memuatkan pembayaran anda…',
  loadFailed: 'Sebahagian halaman ini tidak dapat dimuatkan.',
  payable: { title: 'Sedia untuk dibayar', text: 'Kedai belum memulakan pembayaran ini.' },
  processing: {
    title: 'Memproses pembayaran anda',
    text: 'Ini mungkin mengambil masa seketika. Anda tidak perlu membayar lagi.',
  },
  delayed: {
    title: 'Semuanya selesai di sini',
    text: 'Bank anda kini memerlukan beberapa hari untuk membuat pembayaran. Anda boleh menutup halaman ini: kedai akan tahu.',
  },
  unclear: {
    title: 'Menyemak pembayaran anda',
    text: 'Kami belum tahu sama ada pembayaran ini berjaya. Sila tanya kedai sebelum membayar lagi.',
  },
  succeeded: { title: 'Pembayaran selesai', text: 'Terima kasih. Pembayaran anda telah diterima.' },
  authorized: {
    title: 'Pembayaran dibenarkan',
    text: 'Jumlah telah dikhaskan. Kedai akan mengenakan caj kemudian.',
  },
  canceled: {
    title: 'Pembayaran dibatalkan',
    text: 'Pembayaran ini telah dibatalkan. Tiada apa-apa lagi yang perlu dilakukan.',
    automatic:
      'Perkhidmatan pembayaran telah menutup pembayaran ini. Sila mulakan semula di kedai.',
  },
  unavailable: {
    title: 'Pembayaran tidak tersedia',
    unreachable: 'Perkhidmatan pembayaran tidak dapat dihubungi. Kami terus mencuba.',
    invalid:
      'Pembayaran ini tidak dapat dipaparkan di sini. Jika anda sudah membayar, jangan bayar lagi dan hubungi kedai.',
  },

  qr: {
    title: (name) => (name ? `Bayar dengan ${name}` : 'Imbas untuk membayar'),
    label: (name, amount) =>
      `Kod QR untuk membayar${amount && ` ${amount}`}${name && ` dengan ${name}`}`,
    open: (name) => `Buka ${name || 'aplikasi bank anda'} pada telefon`,
    scan: 'Imbas kod ini',
    save: 'Simpan kod ini, atau ambil tangkapan skrin',
    hold: 'Tekan lama kod untuk menyimpannya',
    choose: (name) => `Buka ${name || 'aplikasi bank anda'} dan imbas daripada foto anda`,
    confirm: (amount) => `Sahkan pembayaran${amount && ` sebanyak ${amount}`}`,
    waiting: 'Menunggu pembayaran anda…',
  },
  leaving: (name) => `Membawa anda ke ${name || 'bank anda'}…`,
  go: (name) => `Teruskan ke ${name || 'bank anda'}`,

  expiresIn: (time) => `Tamat dalam ${time}`,
  expiresOn: (date) => `Sah sehingga ${date}`,
  copy: (what) => `Salin ${what}`,
  copied: 'Disalin',
  copyFailed: 'Pilih teks untuk menyalinnya',
  shareDetails: 'Kongsi butiran',
  copyDetails: 'Salin semua butiran',

  expired: {
    title: 'Kod ini telah tamat tempoh',
    newCode: 'Dapatkan kod baharu',
    renew: 'Jika anda baru membayar, semak semula. Jika tidak, dapatkan kod baharu.',
    goBack:
      'Jika anda baru membayar, semak semula. Jika tidak, kembali ke kedai dan mulakan semula.',
    appSays:
      'Jika aplikasi anda menyatakan bahawa kod ini telah tamat tempoh, dapatkan kod baharu.',
  },
  failed: {
    title: 'Pembayaran gagal',
    declined: 'Bank anda menolak pembayaran. Anda tidak dikenakan caj.',
    funds: 'Baki tidak mencukupi untuk pembayaran ini. Anda tidak dikenakan caj.',
    limit: 'Had kad atau akaun anda telah dicapai. Anda tidak dikenakan caj.',
    authentication: 'Bank anda tidak dapat mengesahkan identiti anda. Anda tidak dikenakan caj.',
    canceled: 'Pembayaran dibatalkan sebelum selesai. Anda tidak dikenakan caj.',
    expired: 'Masa untuk membayar telah tamat. Anda tidak dikenakan caj.',
    busy: 'Bank anda tidak dapat memproses pembayaran sekarang. Cuba lagi dalam beberapa minit.',
    unsupported:
      'Pembayaran ini tidak boleh dibuat dengan kad atau akaun itu. Sila bayar dengan cara lain.',
    expiredCard: 'Kad ini telah tamat tempoh. Sila gunakan kad lain.',
    number: 'Nombor kad tidak betul. Sila semak.',
    expiry: 'Tarikh tamat tidak betul. Sila semak.',
    securityCode: 'Kod keselamatan tidak betul. Sila semak.',
    address: 'Alamat pengebilan tidak sepadan dengan kad. Sila semak.',
    code: 'Bank anda tidak menerima kod itu. Dapatkan kod baharu dalam aplikasinya dan cuba lagi.',
    account: 'Bank anda tidak menerima akaun ini. Semak butirannya atau bayar dengan cara lain.',
    other: 'Pembayaran tidak berjaya.',
  },
  pay: {
    title: 'Bagaimana anda ingin membayar?',
    none: 'Pembayaran ini tidak boleh dibuat di halaman ini. Sila kembali ke kedai.',
    now: (amount) => (amount ? `Bayar ${amount}` : 'Bayar sekarang'),
    code: 'Papar kod QR',
    voucher: 'Dapatkan baucar',
    transfer: 'Papar butiran bank',
    busy: 'Sila tunggu…',
    another: 'Bayar dengan cara lain',
    back: 'Kembali ke pembayaran',
    confirm: 'Sahkan pembayaran anda',
    ending: (name, digits) => `${name} berakhir dengan ${digits}`,
    card: 'Kad',
    bankTransfer: 'Pindahan bank',
    optional: (label) => `${label} (pilihan)`,
    choose: 'Sila pilih',
    anyBank: 'Pilih di halaman seterusnya',
    refused: 'Tidak diterima. Semak maklumat yang anda masukkan, atau bayar dengan cara lain.',
    unanswered: 'Perkhidmatan pembayaran tidak memberi respons. Sila cuba lagi.',
    changed: 'Jumlahnya telah berubah. Semak, kemudian bayar.',
    fields: {
      name: 'Nama penuh',
      email: 'E-mel',
      phone: 'Nombor telefon bimbit',
      taxId: 'CPF atau CNPJ',
      bank: 'Bank',
      code: 'Kod daripada aplikasi bank anda',
      line1: 'Jalan dan nombor',
      city: 'Bandar',
      state: 'Negeri',
      postalCode: 'Poskod',
      country: 'Negara',
      provider: 'Penyedia wang mudah alih',
      app: 'Aplikasi untuk membayar',
    },
    agree: (shop) =>
      `Anda membenarkan ${shop || 'kedai'} mengenakan caj pada kaedah pembayaran ini untuk pembayaran akan datang.`,
    wrong: {
      name: 'Masukkan nama pertama dan nama akhir anda.',
      email: 'Masukkan alamat e-mel anda, seperti nama@example.com.',
      phone: 'Masukkan nombor telefon dengan kod negara, seperti +351 912 345 678.',
      taxId: 'Masukkan CPF (11 digit) atau CNPJ (14 aksara) yang sah.',
      bank: 'Pilih bank anda.',
      code: 'Masukkan 6 digit yang dipaparkan dalam aplikasi bank anda.',
      line1: 'Masukkan jalan dan nombor.',
      city: 'Masukkan bandar anda.',
      state: 'Masukkan negeri anda.',
      postalCode: 'Masukkan poskod anda.',
      country: 'Pilih negara anda.',
      provider: 'Pilih penyedia anda.',
      app: 'Pilih aplikasi untuk membayar.',
    },
  },
  redirect: {
    title: (name) => (name ? `Bayar dengan ${name}` : 'Teruskan pembayaran'),
    text: (name) =>
      `Anda akan menyelesaikan pembayaran di ${name || 'bank anda'} dan kemudian kembali ke sini.`,
    popup: 'Selesaikan pembayaran dalam tetingkap yang dibuka.',
    again: 'Buka tetingkap sekali lagi',
    refused: 'Kedai tidak dapat menyediakan langkah ini. Sila cuba lagi.',
  },
  framed: {
    title: 'Masih di sini?',
    text: 'Halaman di sekeliling kedai ini mungkin tidak membenarkan anda keluar. Teruskan dalam tab baharu.',
    tab: 'Buka dalam tab baharu',
    noTab: 'Tab baharu juga tidak dibuka? Salin alamat dan buka dalam pelayar anda.',
    copy: 'Salin alamat',
  },
  picture: {
    save: 'Simpan kod',
    share: 'Kongsi kod',
    copy: 'Salin kod sebagai teks',
    hosted: 'Buka kod pada halamannya sendiri',
    unreadable:
      'Kod tidak dapat dipaparkan di sini. Sila kembali ke kedai dan bayar dengan cara lain.',
  },
  app: {
    title: (name) => `Bayar dengan ${name || 'aplikasi'}`,
    text: (name) =>
      `Sahkan pembayaran dalam ${name || 'aplikasi dompet anda'}, kemudian kembali ke sini.`,
    open: (name) => `Buka ${name || 'aplikasi dompet anda'}`,
    page: 'Teruskan dalam pelayar',
    direct: 'Buka aplikasi terus',
    scan: (name) =>
      `Imbas kod ini dengan kamera telefon untuk meneruskan dalam ${name || 'aplikasi dompet anda'}.`,
    label: (name) => `Kod QR yang membuka ${name || 'aplikasi dompet anda'} pada telefon`,
    phone: (name) =>
      `Pembayaran ini hanya boleh dibuat dalam ${name || 'aplikasi dompet'} pada telefon. Buka halaman ini di sana untuk meneruskan.`,
    stuck: 'Adakah aplikasi dibuka?',
    choose: 'Pilih aplikasi anda',
    other: 'Aplikasi lain',
    missing: (name) => `Jika tidak, ${name || 'aplikasi'} mungkin tiada pada telefon ini.`,
    back: (name) =>
      `Adakah anda sudah membayar dalam ${name || 'aplikasi dompet anda'}? Kami sedang mencari pembayaran anda.`,
    again: 'Bayar semula',
    refused: (name) => `${name} tidak boleh digunakan dalam aplikasi ini.`,
    browser:
      'Buka halaman ini dalam pelayar: ketik menu (⋯ atau ⋮), kemudian “Buka dalam pelayar”.',
    address: 'Salin alamat halaman ini',
  },
  wechat: {
    text: 'Sahkan pembayaran dalam WeChat.',
    opening: 'Membuka WeChat Pay…',
    pay: 'Bayar dengan WeChat Pay',
    canceled: 'WeChat Pay ditutup sebelum pembayaran dibuat.',
    failed: 'WeChat Pay tidak dapat dibuka.',
    refused: 'Pembayaran ini tidak boleh dibuat dalam WeChat.',
    outside:
      'Pembayaran ini hanya boleh dibuat dalam WeChat. Buka halaman ini di sana untuk meneruskan.',
  },
  voucher: {
    title: (name) => `Bayar dengan ${name}`,
    where: {
      oxxo: 'Tunjukkan baucar di mana-mana kedai OXXO dan bayar tunai.',
      boleto: 'Bayar boleto dalam aplikasi bank, di bank atau kedai loteri.',
      konbini: 'Bayar di salah satu kedai ini dengan kodnya.',
      multibanco: 'Bayar di mesin Multibanco atau dalam aplikasi bank.',
    },
    payBy: (date) => `Bayar sebelum ${date}`,
    open: 'Buka baucar',
    pdf: 'Muat turun sebagai PDF',
    barcode: (number) => `Kod bar dengan nombor ${number}`,
    print: 'Cetak',
    waiting: 'Menunggu pembayaran anda. Anda boleh menutup halaman ini: kedai akan tahu.',
    expired: 'Masa untuk membayar telah tamat',
    expiredText:
      'Jika anda sudah membayar, tiada apa-apa lagi yang perlu dilakukan: pengesahan mungkin mengambil beberapa hari.',
  },
  transfer: {
    title: 'Bayar dengan pindahan bank',
    text: 'Buat pindahan di bank anda dengan butiran ini.',
    part: (received, amount, rest) =>
      `${received} daripada ${amount} telah diterima. Sila pindahkan baki ${rest} dengan butiran ini.`,
    still: (received) => `Belum ada lebih daripada ${received} yang diterima. Kami terus menyemak.`,
    amount: 'Baki yang perlu dibayar',
    reference: 'Sertakan nombor rujukan dalam pindahan supaya pembayaran anda ditemui.',
    open: 'Buka arahan',
    scan: 'Imbas dengan aplikasi bank anda',
    label: (amount) => `Kod QR untuk pindahan${amount && ` sebanyak ${amount}`}`,
    waiting:
      'Menunggu pindahan anda. Ini mungkin mengambil beberapa hari; anda boleh menutup halaman ini.',
  },
  accounts: {
    iban: 'Pindahan SEPA',
    sort_code: 'Pindahan bank UK',
    aba: 'Pindahan AS (ACH atau wire)',
    swift: 'Pindahan antarabangsa (SWIFT)',
    zengin: 'Pindahan bank Jepun',
    spei: 'Pindahan SPEI',
  },
  details: {
    number: 'Nombor',
    entity: 'Entiti',
    reference: 'Nombor rujukan',
    payment_code: 'Kod pembayaran',
    confirmation_number: 'Nombor pengesahan',
    iban: 'IBAN',
    bic: 'BIC',
    clabe: 'CLABE',
    sort_code: 'Sort code',
    routing_number: 'Routing number',
    swift_code: 'Kod SWIFT',
    account_number: 'Nombor akaun',
    account_type: 'Jenis akaun',
    bank_code: 'Kod bank',
    bank_name: 'Bank',
    branch_code: 'Kod cawangan',
    branch_name: 'Cawangan',
    account_holder_name: 'Pemegang akaun',
    account_holder_address: 'Alamat pemegang',
    bank_address: 'Alamat bank',
    country: 'Negara',
  },
  accountTypes: {
    checking: 'Akaun semasa',
    savings: 'Akaun simpanan',
    futsu: 'Akaun biasa (普通)',
    toza: 'Akaun semasa (当座)',
  },
  await: {
    approval: 'Luluskan pembayaran',
    approve: (name) =>
      `Buka ${name ? `aplikasi ${name}` : 'aplikasi bank anda'} pada telefon dan luluskan pembayaran.`,
    silent: 'Tiada mesej? Buka aplikasi itu sendiri: pembayaran menunggu di dalamnya.',
    asked: 'Bank anda akan menghantar mesej tentang pembayaran ini. Ikutinya untuk meluluskan.',
    approveBy: (date) => `Luluskan sebelum ${date}.`,
    notice: 'Bank anda akan memaklumkan anda',
    charged: (date) =>
      `Pembayaran akan ditolak ${date ? `pada ${date}` : 'dalam satu atau dua hari'}. Tiada apa-apa lagi yang perlu dilakukan.`,
    deposits: 'Sahkan akaun bank anda',
    amounts: (date) =>
      `Dua jumlah kecil akan masuk ke akaun anda ${date ? `sebelum ${date}` : 'dalam satu atau dua hari'}. Masukkannya untuk menyelesaikan pembayaran.`,
    code: (date) =>
      `Satu jumlah kecil akan masuk ke akaun anda ${date ? `sebelum ${date}` : 'dalam satu atau dua hari'}. Keterangannya mengandungi kod yang bermula dengan SM. Masukkannya untuk menyelesaikan pembayaran.`,
    enterAmounts: 'Masukkan jumlah',
    enterCode: 'Masukkan kod',
    expired: 'Masa untuk meluluskan telah tamat',
  },
  fingerprint: {
    title: 'Menyemak dengan bank anda',
    text: 'Ini mengambil beberapa saat. Sila biarkan halaman ini terbuka.',
    slow: 'Bank anda mengambil masa lebih lama.',
  },
  challenge: {
    title: 'Sahkan dengan bank anda',
    text: 'Bank anda ingin memastikan bahawa ini anda.',
    cancel: 'Batal',
    resume: 'Teruskan',
    dismissed: 'Pembayaran belum selesai. Bank anda masih perlu mengesahkan bahawa ini anda.',
    trouble: 'Ada masalah dengan halaman ini?',
    silent: 'Halaman bank anda tidak memberi respons.',
    ownPage: 'Teruskan di halaman bank',
  },
  sdk: {
    title: 'Satu langkah lagi',
    text: 'Kedai meneruskan pembayaran ini untuk anda. Sila biarkan halaman ini terbuka.',
    unhandled:
      'Langkah ini tidak dapat dipaparkan di sini. Sila kembali ke kedai dan bayar dengan cara lain.',
  },
  unsupported: {
    title: 'Langkah ini tidak dapat dipaparkan',
    text: 'Pembayaran memerlukan langkah yang tidak dikenali halaman ini. Jika anda sudah membayar, halaman ini akan memaklumkan. Jika tidak, sila bayar dengan cara lain.',
  },
  setup: {
    payment: 'Kaedah pembayaran',
    notYet: 'Belum ada apa-apa yang diterima. Kami terus menyemak.',
    paused: 'Kami telah berhenti menyemak.',
    loading: 'Memuatkan…',
    payable: { title: 'Sedia untuk disimpan', text: 'Kedai belum memulakan proses ini.' },
    processing: {
      title: 'Menyimpan kaedah pembayaran anda',
      text: 'Ini mungkin mengambil masa seketika. Anda tidak perlu mengulanginya.',
    },
    unclear: {
      title: 'Menyemak kaedah pembayaran anda',
      text: 'Kami belum tahu sama ada kaedah ini telah disimpan. Sila tanya kedai sebelum mencuba lagi.',
    },
    succeeded: {
      title: 'Disimpan',
      text: 'Kaedah pembayaran anda telah disimpan. Anda tidak dikenakan caj.',
    },
    canceled: {
      title: 'Dibatalkan',
      text: 'Tiada kaedah pembayaran disimpan. Tiada apa-apa lagi yang perlu dilakukan.',
      automatic: 'Perkhidmatan pembayaran telah menutup proses ini. Sila mulakan semula di kedai.',
    },
    unavailable: {
      title: 'Tidak tersedia',
      unreachable: 'Perkhidmatan pembayaran tidak dapat dihubungi. Kami terus mencuba.',
      invalid: 'Proses ini tidak dapat dipaparkan di sini. Sila tanya kedai.',
    },
    qr: {
      title: (name) => (name ? `Simpan ${name}` : 'Imbas untuk meneruskan'),
      label: () => 'Kod QR untuk menyimpan kaedah pembayaran anda',
      confirm: () => 'Sahkan di sana',
      waiting: 'Menunggu pengesahan anda…',
    },
    failed: {
      title: 'Tidak disimpan',
      other: 'Kaedah pembayaran anda tidak dapat disimpan.',
      declined: 'Bank anda menolaknya. Anda tidak dikenakan caj.',
      funds: 'Bank anda menolaknya. Anda tidak dikenakan caj.',
      canceled: 'Proses ini dibatalkan sebelum selesai. Anda tidak dikenakan caj.',
      expired: 'Masa untuk mengesahkan telah tamat. Anda tidak dikenakan caj.',
      busy: 'Bank anda tidak dapat memprosesnya sekarang. Cuba lagi dalam beberapa minit.',
      unsupported: 'Kad atau akaun itu tidak boleh disimpan. Sila pilih yang lain.',
      account: 'Bank anda tidak menerima akaun ini. Semak butirannya atau pilih yang lain.',
    },
    pay: {
      title: 'Kaedah pembayaran manakah yang ingin disimpan?',
      none: 'Tiada kaedah pembayaran boleh disimpan di halaman ini. Sila kembali ke kedai.',
      now: () => 'Simpan',
      another: 'Kaedah pembayaran lain',
      back: 'Kembali',
      confirm: 'Simpan kaedah pembayaran anda',
      refused: 'Tidak diterima. Semak maklumat yang anda masukkan, atau pilih cara lain.',
      fields: { app: 'Aplikasi untuk mengesahkan' },
      wrong: { app: 'Pilih aplikasi untuk mengesahkan.' },
    },
    expired: {
      renew: 'Jika anda baru mengesahkan, semak semula. Jika tidak, dapatkan kod baharu.',
      goBack:
        'Jika anda baru mengesahkan, semak semula. Jika tidak, kembali ke kedai dan mulakan semula.',
    },
    iHavePaid: 'Saya sudah membuat pengesahan',
    delayed: {
      title: 'Semuanya selesai di sini',
      text: 'Bank anda kini memerlukan beberapa hari untuk mengesahkan akaun anda. Anda boleh menutup halaman ini: kedai akan tahu.',
    },
    picture: {
      unreadable: 'Kod tidak dapat dipaparkan di sini. Sila kembali ke kedai dan pilih cara lain.',
    },
    redirect: {
      title: (name) => (name ? `Teruskan dengan ${name}` : 'Teruskan'),
      text: (name) =>
        `Anda akan membuat pengesahan di ${name || 'bank anda'} dan kemudian kembali ke sini.`,
      popup: 'Selesaikan dalam tetingkap yang dibuka.',
    },
    app: {
      title: (name) => `Teruskan dalam ${name || 'aplikasi'}`,
      text: (name) => `Sahkan dalam ${name || 'aplikasi dompet anda'}, kemudian kembali ke sini.`,
      phone: (name) =>
        `Ini hanya boleh dibuat dalam ${name || 'aplikasi dompet'} pada telefon. Buka halaman ini di sana untuk meneruskan.`,
      back: (name) =>
        `Adakah anda sudah membuat pengesahan dalam ${name || 'aplikasi dompet anda'}? Kami sedang mencarinya.`,
      again: 'Cuba lagi',
    },
    await: {
      approval: 'Sahkan pada telefon anda',
      approve: (name) =>
        `Buka ${name ? `aplikasi ${name}` : 'aplikasi bank anda'} pada telefon dan sahkan di sana.`,
      silent: 'Tiada mesej? Buka aplikasi itu sendiri: permintaan menunggu di dalamnya.',
      asked: 'Bank anda akan menghantar mesej tentang hal ini. Ikutinya untuk mengesahkan.',
      approveBy: (date) => `Sahkan sebelum ${date}.`,
      amounts: (date) =>
        `Dua jumlah kecil akan masuk ke akaun anda ${date ? `sebelum ${date}` : 'dalam satu atau dua hari'}. Masukkannya untuk menyimpan akaun.`,
      code: (date) =>
        `Satu jumlah kecil akan masuk ke akaun anda ${date ? `sebelum ${date}` : 'dalam satu atau dua hari'}. Keterangannya mengandungi kod yang bermula dengan SM. Masukkannya untuk menyimpan akaun.`,
      expired: 'Masa untuk mengesahkan telah tamat',
    },
    challenge: {
      dismissed:
        'Belum ada apa-apa yang disimpan. Bank anda masih perlu mengesahkan bahawa ini anda.',
    },
    sdk: {
      text: 'Kedai meneruskan proses ini untuk anda. Sila biarkan halaman ini terbuka.',
      unhandled:
        'Langkah ini tidak dapat dipaparkan di sini. Sila kembali ke kedai dan pilih cara lain.',
    },
    unsupported: {
      text: 'Penyimpanan memerlukan langkah yang tidak dikenali halaman ini. Jika anda sudah membuat pengesahan, halaman ini akan memaklumkan. Jika tidak, sila pilih cara lain.',
    },
  },
};
