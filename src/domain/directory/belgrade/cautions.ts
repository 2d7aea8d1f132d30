// What is uncertain, in words a worker can act on.
import { words } from '#domain/directory/words.ts'

export const NO_RECENT_NEWS = words({
  en: 'No recent news of this was found. Ask before you send anyone.',
  'sr-Latn': 'Nema novijih vesti o ovome. Pitaj pre nego što nekoga uputiš.',
  ar: 'لم نجد أخبارًا حديثة عن هذا. اسأل قبل أن ترسل أحدًا.',
  fa: 'خبر تازه‌ای از این پیدا نشد. پیش از فرستادن کسی بپرسید.'
})

export const CALL_NUMBER_FIRST = words({
  en: 'The number is from a public page. Try it yourself first.',
  'sr-Latn': 'Broj je sa javne stranice. Prvo probaj da ga pozoveš.',
  ar: 'الرقم من صفحة عامة. جرّبه بنفسك أولًا.',
  fa: 'این شماره از یک صفحهٔ عمومی است. اول خودتان امتحان کنید.'
})

export const PLACE_OF_2016 = words({
  en: 'This was the place in 2016. It is not the place today.',
  'sr-Latn': 'Ovo je bilo mesto 2016. godine. Danas nije.',
  ar: 'كان هذا هو المكان في عام 2016. ليس هو المكان اليوم.',
  fa: 'این محل سال 2016 بود. امروز اینجا نیست.'
})

export const POINT_IS_ROUGH = words({
  en: 'The point on the map is rough. Check the way first.',
  'sr-Latn': 'Tačka na mapi je približna. Prvo proveri put.',
  ar: 'النقطة على الخريطة تقريبية. تأكّد من الطريق أولًا.',
  fa: 'نقطه روی نقشه تقریبی است. اول راه را بررسی کنید.'
})

export const WHICH_CENTRES_WORK = words({
  en: 'In December 2025 six centres worked. Which six was not said. Ask first.',
  'sr-Latn': 'U decembru 2025. radilo je šest centara. Nije rečeno kojih. Prvo pitaj.',
  ar: 'في كانون الأول 2025 كانت ستة مراكز تعمل. لم يُذكر أيّها. اسأل أولًا.',
  fa: 'در دسامبر 2025 شش مرکز باز بود. گفته نشد کدام شش مرکز. اول بپرسید.'
})

export const NO_ADDRESS_ON_PURPOSE = words({
  en: 'The address is not shown, for the safety of those who live there.',
  'sr-Latn': 'Adresa se ne prikazuje zbog bezbednosti onih koji tamo žive.',
  ar: 'لا يظهر العنوان حفاظًا على سلامة المقيمين هناك.',
  fa: 'برای امنیت ساکنان، نشانی نشان داده نمی‌شود.'
})
