import type { Locale, MediaRef, RichText, RichTextNode, TestRef } from '@lectern/content-schemas'

export type Media = MediaRef

export const text = (value: string, format = 0): RichTextNode => ({ type: 'text', text: value, format })
export const paragraph = (...children: (string | RichTextNode)[]): RichTextNode => ({
  type: 'paragraph',
  children: children.map(toNode),
})
export const heading = (level: number, value: string): RichTextNode => ({
  type: 'heading',
  tag: `h${level}`,
  children: [text(value)],
})
export const link = (url: string, value: string): RichTextNode => ({ type: 'link', fields: { url }, children: [text(value)] })
export const block = (fields: Record<string, unknown>): RichTextNode => ({ type: 'block', fields })
export const document = (...children: RichTextNode[]): RichText => ({ root: { type: 'root', children } })

const item = (...children: (string | RichTextNode)[]): RichTextNode => ({ type: 'listitem', children: children.map(toNode) })
const list = (listType: string, ...children: RichTextNode[]): RichTextNode => ({ type: 'list', listType, children })
const cell = (value: string, headerState = 0): RichTextNode => ({ type: 'tablecell', headerState, children: [paragraph(value)] })
const row = (...children: RichTextNode[]): RichTextNode => ({ type: 'tablerow', children })

function toNode(value: string | RichTextNode): RichTextNode {
  return typeof value === 'string' ? text(value) : value
}

const prose: Record<Locale, string[]> = {
  en: [
    'Air is never still for long. The sun warms the ground unevenly, dark fields before bright lakes, and warm air rises where it can. What flows in below to take its place is what we feel on the face and call wind.',
    'On a weather map the wind is already drawn, though no arrow shows it: it follows the lines of equal pressure, a little aslant, and it is strongest where they lie close together. Learn to see the gaps between lines and you can read the wind of a whole continent at a glance.',
    'Near the ground hills, houses and hedges slow it and turn it. That is why a measured wind always comes with a height: ten metres above open land, unless something else is said.',
  ],
  ru: [
    'Воздух редко бывает неподвижен. Солнце греет землю неравномерно: тёмные поля раньше светлых озёр, и тёплый воздух поднимается там, где может. То, что приходит снизу ему на смену, мы чувствуем лицом и называем ветром.',
    'На карте погоды ветер уже нарисован, хотя стрелок на ней нет: он следует линиям равного давления, чуть наискось, и сильнее всего там, где они лежат тесно. Научитесь видеть промежутки между линиями, и вы прочтёте ветер целого континента с одного взгляда.',
    'У земли его замедляют и поворачивают холмы, дома и живые изгороди. Поэтому измеренный ветер всегда называют вместе с высотой: десять метров над открытой местностью, если не сказано иначе.',
  ],
  ar: [
    'لا يسكن الهواء طويلًا. تُدفئ الشمس الأرض على نحو متفاوت، فالحقول الداكنة تسبق البحيرات اللامعة، ويصعد الهواء الدافئ حيث يستطيع. وما يتدفق من تحته ليحلّ محله هو ما نحسّه على الوجه ونسمّيه ريحًا.',
    'الريح مرسومة على خريطة الطقس وإن لم يُظهرها سهم: إنها تتبع خطوط الضغط المتساوي مائلة قليلًا، وتشتد حيث تتقارب الخطوط. تعلّم أن ترى الفراغات بين الخطوط تقرأ ريح قارة كاملة بنظرة واحدة.',
    'قرب الأرض تُبطئها التلال والبيوت والأسيجة وتحرفها. لذلك تُذكر الريح المقيسة دائمًا مع ارتفاعها: عشرة أمتار فوق أرض مفتوحة ما لم يُذكر غير ذلك.',
  ],
}

const words: Record<Locale, Record<string, string>> = {
  en: {
    first: 'How it begins',
    second: 'On a map',
    tip: 'Wet a finger and hold it up: the cold side faces the wind.',
    names: 'The names',
    table: 'Heights',
    try: 'Try it',
    measure: 'Measure it',
    caption: 'Altocumulus in rows, seen from the dyke',
    download: 'Diary sheet to print',
    done: 'Look at the sky at noon',
    open: 'Write down what you see',
    quote: 'Clouds are the face of the weather.',
    code: 'A small program that turns a reading into words:',
    see: 'How wind arises is told in',
    next: 'the next lesson',
    embed: 'A day of clouds in one minute',
    html: 'More about Latin names',
    htmlText: 'Luke Howard gave clouds their Latin names in 1802.',
  },
  ru: {
    first: 'Как всё начинается',
    second: 'На карте',
    tip: 'Смочите палец и поднимите его: холодная сторона смотрит на ветер.',
    names: 'Названия',
    table: 'Высоты',
    try: 'Попробуйте сами',
    measure: 'Измеряем',
    caption: 'Высококучевые облака рядами, вид с дамбы',
    download: 'Лист дневника для печати',
    done: 'Посмотрите на небо в полдень',
    open: 'Запишите, что видите',
    quote: 'Облака — это лицо погоды.',
    code: 'Небольшая программа, которая превращает показание в слова:',
    see: 'О том, как возникает ветер, рассказывает',
    next: 'следующий урок',
    embed: 'День облаков за одну минуту',
    html: 'Ещё о латинских названиях',
    htmlText: 'Латинские названия облакам дал Люк Ховард в 1802 году.',
  },
  ar: {
    first: 'كيف تبدأ',
    second: 'على الخريطة',
    tip: 'بلّل إصبعًا وارفعه: الجانب البارد يواجه الريح.',
    names: 'الأسماء',
    table: 'الارتفاعات',
    try: 'جرّب بنفسك',
    measure: 'القياس',
    caption: 'ركامية متوسطة في صفوف كما تُرى من السدّ',
    download: 'ورقة يوميات للطباعة',
    done: 'انظر إلى السماء ظهرًا',
    open: 'دوّن ما تراه',
    quote: 'الغيوم وجه الطقس.',
    code: 'برنامج صغير يحوّل القراءة إلى كلمات:',
    see: 'كيف تنشأ الريح؟ اقرأ',
    next: 'الدرس التالي',
    embed: 'يوم من الغيوم في دقيقة',
    html: 'المزيد عن الأسماء اللاتينية',
    htmlText: 'أعطى لوك هوارد الغيوم أسماءها اللاتينية عام 1802.',
  },
}

export function proseBody({ locale, extra, sheet }: { locale: Locale; extra?: string; sheet?: Media }): RichText {
  const [one = '', two = '', three = ''] = prose[locale]
  const w = words[locale]
  return document(
    paragraph(one),
    heading(2, w.first ?? ''),
    paragraph(two),
    block({ blockType: 'callout', kind: 'tip', content: document(paragraph(w.tip ?? '')) }),
    heading(2, w.second ?? ''),
    paragraph(three),
    ...(extra ? [paragraph(extra)] : []),
    ...(sheet ? [block({ blockType: 'download', media: sheet.id, mediaRef: sheet, label: w.download })] : []),
  )
}

/** Every kind of node and block once. */
export function kitchenSink({
  locale,
  picture,
  sheet,
  testRef,
}: {
  locale: Locale
  picture: Media
  sheet: Media
  testRef: TestRef
}): RichText {
  const [one = '', two = '', three = ''] = prose[locale]
  const w = words[locale]
  const code = `def describe(pressure_hpa: float, before: float) -> str:\n    """Words for a change of pressure."""\n    change = pressure_hpa - before\n    if change < -3:\n        return "rain before the evening"  # falls fast\n    return "fair" if change > 1 else "much the same"\n`
  return document(
    paragraph(one),
    paragraph(
      text(w.see ?? ''),
      ' ',
      link('lesson:reading-the-weather/sky/wind#how-it-begins', w.next ?? ''),
      ', ',
      link('https://cloudatlas.wmo.int/', 'WMO Cloud Atlas'),
      '.',
    ),
    block({ blockType: 'image', media: picture.id, mediaRef: picture, caption: w.caption }),
    heading(2, w.names ?? ''),
    list(
      'bullet',
      item(text('Cirrus', 2)),
      item('Cumulus', { type: 'linebreak' }, text('Cu', 16)),
      item('Stratus'),
      item(list('bullet', item('Stratocumulus'), item('Nimbostratus'))),
    ),
    { type: 'quote', children: [text(w.quote ?? '')] },
    heading(2, w.table ?? ''),
    {
      type: 'table',
      children: [
        row(cell('', 1), cell('km', 1), cell('°C', 1)),
        row(cell('Cirrus', 2), cell('6–12'), cell('−40')),
        row(cell('Altocumulus', 2), cell('2–6'), cell('−10')),
        row(cell('Stratus', 2), cell('0–2'), cell('+5')),
      ],
    },
    paragraph(two),
    block({ blockType: 'callout', kind: 'note', content: document(paragraph(three)) }),
    block({ blockType: 'callout', kind: 'warning', title: null, content: document(paragraph(w.tip ?? '')) }),
    heading(2, w.measure ?? ''),
    heading(3, 'Python'),
    paragraph(w.code ?? '', ' ', text('describe(1002, 1009)', 16)),
    block({ blockType: 'code', language: 'python', code }),
    heading(3, w.try ?? ''),
    list('check', { ...item(w.done ?? ''), checked: true }, { ...item(w.open ?? ''), checked: false }),
    list('number', item(w.done ?? ''), item(w.open ?? '')),
    { type: 'horizontalrule' },
    block({ blockType: 'embed', url: 'https://www.youtube.com/watch?v=tbLBnh0Pfgs', title: w.embed }),
    block({ blockType: 'download', media: sheet.id, mediaRef: sheet, label: w.download }),
    block({ blockType: 'html', html: `<details><summary>${w.html}</summary><p>${w.htmlText}</p></details>` }),
    block({ blockType: 'test', test: testRef.id, testRef }),
    { type: 'hologram' },
  )
}
