"""What finds what: both for search.js and for the page of results."""

from __future__ import annotations

# Typed, read on the page, and the parts of it that are marked; none where it is not found.
EXAMPLES = [
    ("invoice", "a payment or an invoice", ["invoice"]),
    ("INVO", "a payment or an invoice", ["invo"]),
    ("voice", "a payment or an invoice", ["voice"]),
    ("invoice payment", "a payment or an invoice", ["payment", "invoice"]),
    ("invoice refund", "a payment or an invoice", ["invoice"]),
    ("email", "Write an e-mail", ["e-mail"]),
    ("e-mail", "Write an email", ["email"]),
    ("tele\u00adphone", "telephone", ["telephone"]),
    ("請求", "お支払いや請求書について", ["請求"]),
    ("ちゃっと", "ライブチャット", ["チャット"]),
    ("チャット", "らいぶちゃっと", ["ちゃっと"]),
    ("ﾁｬｯﾄ", "ライブチャット", ["チャット"]),
    ("プラグイン", "ﾌﾟﾗｸﾞｲﾝ", ["ﾌﾟﾗｸﾞｲﾝ"]),
    ("ｋｉｎｓｔａ", "Kinsta", ["Kinsta"]),
    ("か", "が", []),
    ("ガス", "かす", []),
    ("ハート", "パート", []),
    ("は\u3099", "ば", ["ば"]),
    ("支払いの質問", "お支払いに関する質問", ["支払い", "質問"]),
    ("営業チャット", "チャットで営業に相談", ["チャット", "営業"]),
    ("使い方", "チャットの使い方", ["使い方"]),
    ("チャット　営業", "営業とチャット", ["営業", "チャット"]),
    ("fur", "für Sie", ["für"]),
    ("für", "fur", ["fur"]),
    ("fuer", "für Sie", ["für"]),
    ("Übersetzung", "Uebersetzung", []),
    ("steuer", "Steuer", ["Steuer"]),
    ("strasse", "Straße", ["Straße"]),
    ("stras", "Straße", ["Straß"]),
    ("acces", "l’accès", ["accès"]),
    ("l'accès", "l’acce\u0300s", ["l", "acce\u0300s"]),
    ("oeuvre", "œuvre", ["œuvre"]),
    ("migracoes", "Migrações", ["Migrações"]),
    ("påmindelse", "påmindelse", ["påmindelse"]),
    ("paamindelse", "påmindelse", ["påmindelse"]),
    ("pa", "på", ["på"]),
    ("københavn", "København", ["København"]),
    ("koebenhavn", "København", ["København"]),
    ("aendre", "ændre", ["ændre"]),
    ("språk", "SPRÅK", ["SPRÅK"]),
    ("facturación", "facturacion", ["facturacion"]),
    ("?!", "Questions?!", []),
]

# A title, more parts; the words; which sections are found, in order.
PLACES = [
    ("How the live chat works", ["Saving a chat", "We announce our answer by e-mail."]),
    ("Kundesupport", ["Japansk", "Kun på engelsk", "Engelsk"]),
    ("Affiliate programme", ["E-mail the affiliate manager"]),
    ("Unaffiliated", ["An e-mail"]),
    ("Airports", ["Airplanes"]),
    ("Sales", ["Japanese", "Buy a plan before you chat."]),
]
ORDERS = [
    ("chat", ["How the live chat works", "Sales"]),
    ("plan", ["Sales", "Airports"]),
    ("affiliate", ["Affiliate programme", "Unaffiliated"]),
    ("sales japanese", ["Sales"]),
    ("refund", []),
    ("", []),
    # Nothing has every word: what comes nearest.
    ("does the affiliate pay", ["Affiliate programme", "Unaffiliated"]),
    ("programms", ["Affiliate programme"]),
    ("programmes of yours", ["Affiliate programme"]),
    ("airprots", ["Airports"]),
    ("kundesupporten", ["Kundesupport"]),
    ("he is in", []),
]

# Of the first place that is found, the part that is shown below the title.
SHOWN = [
    ("på", "Kun på engelsk"),
    ("engelsk kunde", "Kun på engelsk"),
    ("japansk", "Japansk"),
    ("mail chat", "We announce our answer by e-mail."),
]
