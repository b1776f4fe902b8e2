import type { Document } from '../../src/document/tree.ts';
import { heading, list, paragraph, pdfDocument, table, text } from './pdf-samples.ts';

interface Notice {
  readonly title: string;
  readonly intro: string;
  readonly ways: readonly string[];
  readonly formats: readonly (readonly string[])[];
  readonly caption: string;
  readonly details: readonly (readonly [string, string])[];
  readonly boxTitle: string;
  readonly call: string;
  readonly quote: string;
  readonly part: string;
}

/**
 * How to ask for a document in another format, in the languages that people in England ask for most. Written by hand for
 * these tests by someone who is no native reader: before any of it is shown to the public, a native reader must check it.
 */
const notices = {
  ar: {
    title: 'اطلب هذه الوثيقة بصيغة أخرى',
    intro:
      'يمكنك الحصول على هذه الوثيقة (مجانًا) بأحرف كبيرة أو بطريقة برايل. نرسلها إليك خلال 7 أيام من NHS England.',
    ways: [
      'بالهاتف: اتصل بالرقم 01234 567890.',
      'بالبريد الإلكتروني: info@example.nhs.uk',
      'بالبريد إلى فريقنا.',
    ],
    formats: [
      ['الصيغة', 'المدة', 'العدد'],
      ['أحرف كبيرة', '7 أيام', '12'],
      ['برايل', '14 يومًا', '3'],
    ],
    caption: 'الصيغ المتاحة',
    details: [
      ['الناشر', 'هيئة الخدمات الصحية'],
      ['التاريخ', '5 نوفمبر 2021'],
    ],
    boxTitle: 'اتصل بنا',
    call: 'هل تحتاج إلى مترجم؟ اتصل بنا على +44 1234 567 890 ونحن نساعدك.',
    quote: 'قال لنا الناس: «نريد معلومات واضحة».',
    part: 'كيف تطلب',
  },
  ur: {
    title: 'یہ دستاویز کسی اور شکل میں مانگیں',
    intro: 'آپ یہ دستاویز (مفت) بڑے حروف یا بریل میں لے سکتے ہیں۔ ہم اسے 7 دن میں بھیجیں گے۔',
    ways: ['ٹیلیفون: 01234 567890 پر کال کریں۔', 'ای میل: info@example.nhs.uk', 'ڈاک سے ہماری ٹیم کو لکھیں۔'],
    formats: [
      ['شکل', 'مدت', 'تعداد'],
      ['بڑے حروف', '7 دن', '۱۲'],
      ['بریل', '14 دن', '۴۶۷'],
    ],
    caption: 'دستیاب شکلیں',
    details: [
      ['ناشر', 'صحت کی خدمات'],
      ['تاریخ', '5 نومبر 2021'],
    ],
    boxTitle: 'ہم سے رابطہ کریں',
    call: 'کیا آپ کو ترجمان چاہیے؟ ہمیں کال کریں، ہم آپ کی مدد کریں گے۔',
    quote: 'لوگوں نے کہا: ہمیں واضح معلومات چاہئیں۔',
    part: 'کیسے مانگیں',
  },
  he: {
    title: 'בקשו את המסמך הזה בצורה אחרת',
    intro: 'אפשר לקבל את המסמך הזה (בחינם) באותיות גדולות או בכתב ברייל. נשלח אותו תוך 7 ימים. שָׁלוֹם לכולם.',
    ways: ['בטלפון: 01234 567890.', 'בדואר אלקטרוני: info@example.nhs.uk', 'במכתב אל הצוות שלנו.'],
    formats: [
      ['צורה', 'זמן', 'מספר'],
      ['אותיות גדולות', '7 ימים', '12'],
      ['ברייל', '14 ימים', '3'],
    ],
    caption: 'הצורות שיש',
    details: [
      ['מפרסם', 'שירותי הבריאות'],
      ['תאריך', '5 בנובמבר 2021'],
    ],
    boxTitle: 'צרו קשר',
    call: 'צריכים מתרגם? התקשרו אלינו ונעזור לכם.',
    quote: 'אנשים אמרו לנו: "אנחנו רוצים מידע ברור".',
    part: 'איך מבקשים',
  },
  bn: {
    title: 'এই নথিটি অন্য আকারে চেয়ে নিন',
    intro: 'আপনি এই নথিটি বড় অক্ষরে বা ব্রেইলে বিনামূল্যে পেতে পারেন। আমরা ৭ দিনের মধ্যে পাঠাব।',
    ways: ['টেলিফোন করুন: 01234 567890', 'ইমেইল করুন: info@example.nhs.uk', 'আমাদের দলকে চিঠি লিখুন।'],
    formats: [
      ['আকার', 'সময়', 'সংখ্যা'],
      ['বড় অক্ষর', '৭ দিন', '১২'],
      ['ব্রেইল', '১৪ দিন', '৩'],
    ],
    caption: 'যে আকারগুলি পাওয়া যায়',
    details: [
      ['প্রকাশক', 'স্বাস্থ্য সেবা'],
      ['তারিখ', '৫ নভেম্বর ২০২১'],
    ],
    boxTitle: 'আমাদের সঙ্গে যোগাযোগ করুন',
    call: 'আপনার কি দোভাষী দরকার? আমাদের ফোন করুন, আমরা আপনাকে সাহায্য করব। স্বাস্থ্য, শিক্ষা, রাষ্ট্র, ক্ষমতা, উজ্জ্বল।',
    quote: 'মানুষ আমাদের বলেছেন: আমরা স্পষ্ট তথ্য চাই।',
    part: 'কীভাবে চাইবেন',
  },
  hi: {
    title: 'यह दस्तावेज़ किसी और रूप में माँगें',
    intro: 'आप यह दस्तावेज़ बड़े अक्षरों में या ब्रेल में मुफ़्त पा सकते हैं। हम इसे 7 दिनों में भेजेंगे।',
    ways: ['टेलीफ़ोन: 01234 567890', 'ईमेल: info@example.nhs.uk', 'हमारी टीम को पत्र लिखें।'],
    formats: [
      ['रूप', 'समय', 'संख्या'],
      ['बड़े अक्षर', '7 दिन', '१२'],
      ['ब्रेल', '14 दिन', '३'],
    ],
    caption: 'उपलब्ध रूप',
    details: [
      ['प्रकाशक', 'स्वास्थ्य सेवा'],
      ['तारीख', '5 नवंबर 2021'],
    ],
    boxTitle: 'हमसे संपर्क करें',
    call: 'क्या आपको दुभाषिया चाहिए? हमें फ़ोन करें, हम आपकी मदद करेंगे। विद्यार्थी, राष्ट्रीय, क्षेत्र, प्रक्रिया।',
    quote: 'लोगों ने कहा: हमें साफ़ जानकारी चाहिए।',
    part: 'कैसे माँगें',
  },
  pa: {
    title: 'ਇਹ ਦਸਤਾਵੇਜ਼ ਕਿਸੇ ਹੋਰ ਰੂਪ ਵਿੱਚ ਮੰਗੋ',
    intro: 'ਤੁਸੀਂ ਇਹ ਦਸਤਾਵੇਜ਼ ਵੱਡੇ ਅੱਖਰਾਂ ਵਿੱਚ ਜਾਂ ਬ੍ਰੇਲ ਵਿੱਚ ਮੁਫ਼ਤ ਲੈ ਸਕਦੇ ਹੋ। ਅਸੀਂ ਇਸਨੂੰ 7 ਦਿਨਾਂ ਵਿੱਚ ਭੇਜਾਂਗੇ।',
    ways: ['ਟੈਲੀਫ਼ੋਨ: 01234 567890', 'ਈਮੇਲ: info@example.nhs.uk', 'ਸਾਡੀ ਟੀਮ ਨੂੰ ਚਿੱਠੀ ਲਿਖੋ।'],
    formats: [
      ['ਰੂਪ', 'ਸਮਾਂ', 'ਗਿਣਤੀ'],
      ['ਵੱਡੇ ਅੱਖਰ', '7 ਦਿਨ', '12'],
      ['ਬ੍ਰੇਲ', '14 ਦਿਨ', '3'],
    ],
    caption: 'ਉਪਲਬਧ ਰੂਪ',
    details: [
      ['ਪ੍ਰਕਾਸ਼ਕ', 'ਸਿਹਤ ਸੇਵਾ'],
      ['ਤਾਰੀਖ', '5 ਨਵੰਬਰ 2021'],
    ],
    boxTitle: 'ਸਾਡੇ ਨਾਲ ਸੰਪਰਕ ਕਰੋ',
    call: 'ਕੀ ਤੁਹਾਨੂੰ ਦੁਭਾਸ਼ੀਏ ਦੀ ਲੋੜ ਹੈ? ਸਾਨੂੰ ਫ਼ੋਨ ਕਰੋ, ਅਸੀਂ ਤੁਹਾਡੀ ਮਦਦ ਕਰਾਂਗੇ।',
    quote: 'ਲੋਕਾਂ ਨੇ ਕਿਹਾ: ਸਾਨੂੰ ਸਾਫ਼ ਜਾਣਕਾਰੀ ਚਾਹੀਦੀ ਹੈ।',
    part: 'ਕਿਵੇਂ ਮੰਗੀਏ',
  },
  gu: {
    title: 'આ દસ્તાવેજ બીજા સ્વરૂપમાં માંગો',
    intro: 'તમે આ દસ્તાવેજ મોટા અક્ષરોમાં અથવા બ્રેઇલમાં મફત મેળવી શકો છો. અમે તેને 7 દિવસમાં મોકલીશું.',
    ways: ['ટેલિફોન: 01234 567890', 'ઈમેલ: info@example.nhs.uk', 'અમારી ટીમને પત્ર લખો.'],
    formats: [
      ['સ્વરૂપ', 'સમય', 'સંખ્યા'],
      ['મોટા અક્ષર', '7 દિવસ', '12'],
      ['બ્રેઇલ', '14 દિવસ', '3'],
    ],
    caption: 'ઉપલબ્ધ સ્વરૂપો',
    details: [
      ['પ્રકાશક', 'સ્વાસ્થ્ય સેવા'],
      ['તારીખ', '5 નવેમ્બર 2021'],
    ],
    boxTitle: 'અમારો સંપર્ક કરો',
    call: 'શું તમને દુભાષિયાની જરૂર છે? અમને ફોન કરો, અમે તમને મદદ કરીશું. ક્ષમતા, જ્ઞાન, શ્રી, પ્રક્રિયા.',
    quote: 'લોકોએ કહ્યું: અમને સ્પષ્ટ માહિતી જોઈએ છે.',
    part: 'કેવી રીતે માંગવું',
  },
  ta: {
    title: 'இந்த ஆவணத்தை வேறு வடிவில் கேளுங்கள்',
    intro: 'இந்த ஆவணத்தைப் பெரிய எழுத்துகளில் அல்லது பிரெய்லில் இலவசமாகப் பெறலாம். 7 நாட்களில் அனுப்புவோம்.',
    ways: ['தொலைபேசி: 01234 567890', 'மின்னஞ்சல்: info@example.nhs.uk', 'எங்கள் குழுவுக்குக் கடிதம் எழுதுங்கள்.'],
    formats: [
      ['வடிவம்', 'நேரம்', 'எண்'],
      ['பெரிய எழுத்து', '7 நாட்கள்', '12'],
      ['பிரெய்ல்', '14 நாட்கள்', '3'],
    ],
    caption: 'கிடைக்கும் வடிவங்கள்',
    details: [
      ['வெளியீடு', 'சுகாதார சேவை'],
      ['தேதி', '5 நவம்பர் 2021'],
    ],
    boxTitle: 'எங்களைத் தொடர்பு கொள்ளுங்கள்',
    call: 'மொழிபெயர்ப்பாளர் வேண்டுமா? எங்களை அழையுங்கள், உதவுவோம். கொடுத்தோம், ஸ்ரீ, க்ஷேமம்.',
    quote: 'மக்கள் சொன்னார்கள்: தெளிவான தகவல் வேண்டும்.',
    part: 'எப்படிக் கேட்பது',
  },
  'zh-Hans': {
    title: '索取本文件的其他格式',
    intro:
      '您可以免费获得本文件的大字版或盲文版。我们会在7天内寄给您。如果您需要口译员，请告诉我们（电话、电子邮件或信件都可以）。',
    ways: ['电话：01234 567890', '电子邮件：info@example.nhs.uk', '写信给我们的团队。'],
    formats: [
      ['格式', '时间', '数量'],
      ['大字版', '7天', '12'],
      ['盲文版', '14天', '3'],
    ],
    caption: '可以提供的格式',
    details: [
      ['出版者', '国民保健服务'],
      ['日期', '2021年11月5日'],
    ],
    boxTitle: '联系我们',
    call: '您需要口译员吗？请给我们打电话，我们会帮助您。',
    quote: '人们告诉我们：「我们需要清楚的信息。」',
    part: '怎样索取',
  },
  'zh-Hant': {
    title: '索取本文件的其他格式',
    intro:
      '您可以免費獲得本文件的大字版或點字版。我們會在7天內寄給您。如果您需要口譯員，請告訴我們（電話、電子郵件或信件都可以）。',
    ways: ['電話：01234 567890', '電子郵件：info@example.nhs.uk', '寫信給我們的團隊。'],
    formats: [
      ['格式', '時間', '數量'],
      ['大字版', '7天', '12'],
      ['點字版', '14天', '3'],
    ],
    caption: '可以提供的格式',
    details: [
      ['出版者', '國民保健服務'],
      ['日期', '2021年11月5日'],
    ],
    boxTitle: '聯絡我們',
    call: '您需要口譯員嗎？請打電話給我們，我們會幫助您。',
    quote: '人們告訴我們：「我們需要清楚的資訊。」',
    part: '怎樣索取',
  },
  el: {
    title: 'Ζητήστε αυτό το έγγραφο σε άλλη μορφή',
    intro:
      'Μπορείτε να πάρετε αυτό το έγγραφο δωρεάν με μεγάλα γράμματα ή σε γραφή Μπράιγ. Το στέλνουμε σε 7 ημέρες.',
    ways: [
      'Τηλέφωνο: 01234 567890',
      'Ηλεκτρονικό ταχυδρομείο: info@example.nhs.uk',
      'Γράψτε στην ομάδα μας.',
    ],
    formats: [
      ['Μορφή', 'Χρόνος', 'Αριθμός'],
      ['Μεγάλα γράμματα', '7 ημέρες', '12'],
      ['Μπράιγ', '14 ημέρες', '3'],
    ],
    caption: 'Μορφές που υπάρχουν',
    details: [
      ['Εκδότης', 'Υπηρεσία υγείας'],
      ['Ημερομηνία', '5 Νοεμβρίου 2021'],
    ],
    boxTitle: 'Επικοινωνήστε μαζί μας',
    call: 'Χρειάζεστε διερμηνέα; Τηλεφωνήστε μας και θα σας βοηθήσουμε.',
    quote: 'Ο κόσμος μας είπε: θέλουμε σαφείς πληροφορίες.',
    part: 'Πώς να το ζητήσετε',
  },
  uk: {
    title: 'Попросіть цей документ в іншому форматі',
    intro:
      'Ви можете отримати цей документ безкоштовно великими літерами або шрифтом Брайля. Ми надішлемо його за 7 днів.',
    ways: ['Телефон: 01234 567890', 'Електронна пошта: info@example.nhs.uk', 'Напишіть нашій команді.'],
    formats: [
      ['Формат', 'Час', 'Кількість'],
      ['Великі літери', '7 днів', '12'],
      ['Брайль', '14 днів', '3'],
    ],
    caption: 'Доступні формати',
    details: [
      ['Видавець', 'Служба охорони здоров’я'],
      ['Дата', '5 листопада 2021'],
    ],
    boxTitle: 'Зв’яжіться з нами',
    call: 'Вам потрібен перекладач? Зателефонуйте нам, ми допоможемо. Ґрунт, їжак, єдність, щастя.',
    quote: 'Люди сказали нам: нам потрібна зрозуміла інформація.',
    part: 'Як попросити',
  },
  pl: {
    title: 'Poproś o ten dokument w innym formacie',
    intro:
      'Możesz otrzymać ten dokument bezpłatnie dużą czcionką lub w alfabecie Braille’a. Wyślemy go w 7 dni. Ąć, ęś, źdźbło, żółw, łódź. Þórður, Šťastný, Ğüneş, Țară, Ŵyn, Õun, Ñandú, ﬁn.',
    ways: ['Telefon: 01234 567890', 'E-mail: info@example.nhs.uk', 'Napisz do naszego zespołu.'],
    formats: [
      ['Format', 'Czas', 'Liczba'],
      ['Duży druk', '7 dni', '12'],
      ['Braille', '14 dni', '3'],
    ],
    caption: 'Dostępne formaty',
    details: [
      ['Wydawca', 'Służba zdrowia'],
      ['Data', '5 listopada 2021'],
    ],
    boxTitle: 'Skontaktuj się z nami',
    call: 'Potrzebujesz tłumacza? Zadzwoń do nas, pomożemy. Tiếng Việt: người bệnh được giúp đỡ.',
    quote: 'Ludzie powiedzieli nam: chcemy jasnych informacji.',
    part: 'Jak poprosić',
  },
} as const satisfies Record<string, Notice>;

export type NoticeLanguage = keyof typeof notices;
export const noticeLanguages = Object.keys(notices) as readonly NoticeLanguage[];

/** The notice as a planned document with one of each block that has a start and an end side. */
export function noticeIn(language: NoticeLanguage): Document {
  const notice: Notice = notices[language];
  const base = pdfDocument([]);
  return {
    ...base,
    meta: { ...base.meta, title: notice.title, organisation: notice.details[0]?.[1] ?? '', language },
    children: [
      heading(1, notice.title),
      paragraph(notice.intro),
      {
        type: 'definitionList',
        kind: 'details',
        items: notice.details.map(([term, definition]) => ({
          term: [text(term)],
          definition: [text(definition)],
        })),
      },
      { type: 'box', kind: 'contact', title: notice.boxTitle, children: [paragraph(notice.call)] },
      heading(2, notice.part),
      list(true, ...notice.ways),
      list(false, [paragraph(notice.ways[0] ?? ''), list(false, notice.ways[2] ?? '')]),
      { type: 'blockquote', children: [paragraph(notice.quote)] },
      heading(3, notice.caption),
      table(notice.formats, { caption: notice.caption }),
      table(notice.formats, { caption: notice.caption, layout: 'records' }),
    ],
  };
}
