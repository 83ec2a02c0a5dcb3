import { CASA_VERDE, HARBOR_BIKES, NORD_KAFFE } from "./demo-accounts";

/** What somebody writes, line by line; a line may be a picture instead of words. */
export type TalkLine = string | { image: string };

export interface Talker {
  key: string;
  firstName: string;
  lastName: string;
  /** How the name is written, where it is not first then last name. */
  name?: string;
  locale: string;
  hue: number;
  pageId: string;
  lines: TalkLine[];
}

/** A dozen people with something to ask, in the languages a small shop hears. */
export const TALK: readonly Talker[] = [
  {
    key: "ana-lima",
    firstName: "Ana",
    lastName: "Lima",
    locale: "pt_BR",
    hue: 18,
    pageId: HARBOR_BIKES,
    lines: [
      "Oi! Vocês abrem no domingo?",
      "Minha bicicleta está fazendo um barulho estranho quando eu freio 😬",
      { image: "brake" },
      "Dá para consertar no mesmo dia?",
    ],
  },
  {
    key: "jon-whitaker",
    firstName: "Jon",
    lastName: "Whitaker",
    locale: "en_US",
    hue: 205,
    pageId: HARBOR_BIKES,
    lines: [
      "Hi, is the blue Harbor 7 still in stock?",
      "Size M if you have it. I'm 178 cm.",
      "Could you hold it until Saturday?",
    ],
  },
  {
    key: "lucia-ortega",
    firstName: "Lucía",
    lastName: "Ortega",
    locale: "es_ES",
    hue: 335,
    pageId: CASA_VERDE,
    lines: [
      "Buenas tardes 🌿 ¿Tenéis olivos en maceta?",
      "Es para una terraza con mucho sol.",
      { image: "terrace" },
      "¿Y hacéis envíos a Valencia?",
    ],
  },
  {
    key: "lena-vogt",
    firstName: "Lena",
    lastName: "Vogt",
    locale: "de_DE",
    hue: 48,
    pageId: NORD_KAFFE,
    lines: [
      "Hallo, ist die Bohnenmischung „Fjord“ auch gemahlen erhältlich?",
      "Für eine French Press, also bitte grob.",
      "Und schickt ihr nach Österreich?",
    ],
  },
  {
    key: "ingrid-solberg",
    firstName: "Ingrid",
    lastName: "Solberg",
    locale: "nb_NO",
    hue: 160,
    pageId: NORD_KAFFE,
    lines: ["Hei! Har dere bord til åtte på fredag kveld?", "Én av oss er allergisk mot nøtter, går det bra?"],
  },
  {
    key: "kim-minseo",
    firstName: "민서",
    lastName: "김",
    name: "김민서",
    locale: "ko_KR",
    hue: 265,
    pageId: HARBOR_BIKES,
    lines: ["안녕하세요, 자전거 대여도 하시나요?", "다음 주 토요일에 두 대 빌리고 싶어요.", "헬멧도 포함인가요? 🚲"],
  },
  {
    key: "chen-yating",
    firstName: "雅婷",
    lastName: "陳",
    name: "陳雅婷",
    locale: "zh_TW",
    hue: 295,
    pageId: CASA_VERDE,
    lines: ["你好,請問週末有營業嗎?", "我想買一盆琴葉榕,大概多少錢?", "可以宅配到台北嗎?"],
  },
  {
    key: "budi-santoso",
    firstName: "Budi",
    lastName: "Santoso",
    locale: "id_ID",
    hue: 95,
    pageId: NORD_KAFFE,
    lines: ["Halo, apakah masih buka sampai jam 9 malam?", "Mau pesan 20 kotak kopi untuk acara kantor ☕"],
  },
  {
    key: "giulia-ferri",
    firstName: "Giulia",
    lastName: "Ferri",
    locale: "it_IT",
    hue: 120,
    pageId: CASA_VERDE,
    lines: [
      "Ciao! Le foglie del mio limone stanno diventando gialle 🍋",
      { image: "lemon" },
      "Lo annaffio due volte a settimana, è troppo?",
    ],
  },
  {
    key: "layla-haddad",
    firstName: "ليلى",
    lastName: "حداد",
    name: "ليلى حداد",
    locale: "ar_AR",
    hue: 185,
    pageId: HARBOR_BIKES,
    lines: ["مرحبًا، هل لديكم دراجات للأطفال بعمر 6 سنوات؟", "ابنتي تحب اللون الأحمر 😊", "كم السعر مع التوصيل؟"],
  },
  {
    key: "noam-levi",
    firstName: "נועם",
    lastName: "לוי",
    name: "נועם לוי",
    locale: "he_IL",
    hue: 230,
    pageId: NORD_KAFFE,
    lines: ["שלום, יש לכם קפה נטול קפאין?", "אפשר להזמין ולאסוף מחר ב-8:00?"],
  },
  {
    key: "grace-okafor",
    firstName: "Grace",
    lastName: "Okafor",
    locale: "en_GB",
    hue: 75,
    pageId: CASA_VERDE,
    lines: [
      "Hello, I ordered two fig trees last week (order CV-2291) and only one arrived.",
      { image: "parcel" },
      "No rush, I'd just like to know when to expect the other one. Thanks!",
    ],
  },
];
