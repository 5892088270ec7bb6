import { describe, expect, it } from 'vitest'
import { parseMoodleXml } from './parseMoodleXml.ts'

/** One pixel. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

function read(inner: string) {
  const bank = parseMoodleXml({
    text: `<?xml version="1.0"?>\n<quiz>\n${inner}\n</quiz>`,
    file: 'b.xml',
    language: 'en',
    folder: 'f',
  })
  if (!bank.ok) throw new Error(bank.error.message)
  return bank.value
}

function one(type: string, inner: string, text = 'Why?') {
  const bank = read(
    `<question type="${type}"><name><text>Q</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${inner}</question>`,
  )
  return { ...bank, body: bank.questions[0]?.question?.body, type: bank.questions[0]?.question?.type }
}

const answer = (fraction: string, text: string, feedback = '') =>
  `<answer fraction="${fraction}" format="html"><text><![CDATA[${text}]]></text><feedback format="html"><text>${feedback}</text></feedback></answer>`

describe('parseMoodleXml', () => {
  it('reads choices with shares and feedback, HTML as Markdown', () => {
    const { body, type, problems } = one(
      'multichoice',
      `<single>false</single><shuffleanswers>0</shuffleanswers>${answer('50', '<p><b>a</b></p>', 'Yes')}${answer('50', 'b &amp; c')}${answer('-33.33333', 'd')}`,
      '<p>Which <em>two</em>?</p><ul><li>x</li></ul>',
    )
    expect(problems).toEqual([])
    expect(type).toBe('multiple-choice')
    expect(body).toEqual({
      stem: { en: 'Which *two*?\n\n- x' },
      shuffle: false,
      options: [
        { text: { en: '**a**' }, fraction: 0.5, feedback: { en: 'Yes' } },
        { text: { en: 'b & c' }, fraction: 0.5 },
        { text: { en: 'd' }, fraction: -0.3333333 },
      ],
    })
  })

  it.each([
    [
      'single choice',
      'multichoice',
      `<single>true</single>${answer('100', 'a')}${answer('0', 'b')}`,
      'single-choice',
      { shuffle: true },
    ],
    [
      'true or false',
      'truefalse',
      `${answer('0', 'true', 'No')}${answer('100', 'false')}`,
      'true-false',
      { truth: 'false', feedbackTrue: { en: 'No' } },
    ],
    [
      'a short answer',
      'shortanswer',
      `<usecase>1</usecase>${answer('100', 'NaCl')}${answer('50', '*')}`,
      'short-text',
      { caseSensitive: true, answers: [{ text: { en: 'NaCl' } }, { text: { en: '*' }, fraction: 0.5 }] },
    ],
    [
      'rows',
      'matching',
      '<subquestion format="html"><text>Amur</text><answer><text>Pacific</text></answer></subquestion><subquestion><text></text><answer><text>Arctic</text></answer></subquestion>',
      'matching',
      { pairs: [{ text: { en: 'Amur' }, answer: { en: 'Pacific' } }], distractors: [{ text: { en: 'Arctic' } }] },
    ],
    [
      'an essay',
      'essay',
      '<responseformat>editor</responseformat><attachments>0</attachments><minwordlimit>5</minwordlimit><maxwordlimit></maxwordlimit><graderinfo format="html"><text>Look</text></graderinfo>',
      'essay',
      { minWords: 5, maxWords: null, markerNotes: { en: 'Look' } },
    ],
    [
      'an order',
      'ordering',
      `<gradingtype>5</gradingtype><layouttype>0</layouttype>${answer('1', 'first')}${answer('2', 'then')}`,
      'ordering',
      { scheme: 'run', items: [{ text: { en: 'first' } }, { text: { en: 'then' } }] },
    ],
  ])('reads %s', (_, moodle, inner, type, body) => {
    const read = one(moodle, inner)
    expect(read.problems).toEqual([])
    expect(read.type).toBe(type)
    expect(read.body).toMatchObject(body)
  })

  it('reads numbers with tolerance and units', () => {
    const { body, problems } = one(
      'numerical',
      `<answer fraction="100"><text>9.81</text><tolerance>0.05</tolerance></answer><answer fraction="0"><text>*</text><feedback><text>Far off</text></feedback></answer>
       <unitgradingtype>1</unitgradingtype><unitpenalty>0.2</unitpenalty><showunits>0</showunits><unitsleft>0</unitsleft>
       <units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit><unit><multiplier>0.001</multiplier><unit_name>km</unit_name></unit></units>`,
    )
    expect(problems).toEqual([])
    expect(body).toMatchObject({
      answers: [
        { match: 'near', value: 9.81, tolerance: 0.05, fraction: 1 },
        { match: 'any', fraction: 0, feedback: { en: 'Far off' } },
      ],
      unit: 'required',
      unitInput: 'typed',
      unitPenalty: 0.2,
      unitPenaltyOf: 'answer',
      units: [
        { name: { en: 'm' }, multiplier: 1 },
        { name: { en: 'km' }, multiplier: 0.001 },
      ],
    })
  })

  it('reads embedded answers of every kind in HTML', () => {
    const { body, type, problems } = one(
      'cloze',
      '',
      '<p>Paris is in {1:SHORTANSWER:=France#Yes~%50%Europe}, π is {2:NUMERICAL:=3.14:0.01}, ice {:MULTICHOICE_S:=floats~sinks \\&amp; stays~%-50%a\\~b}.</p>',
    )
    expect(problems).toEqual([])
    expect(type).toBe('cloze')
    expect(body).toMatchObject({
      stem: { en: 'Paris is in [[1]], π is [[2]], ice [[3]].' },
      gaps: [
        {
          name: '1',
          kind: 'text',
          weight: 1,
          answers: [
            { text: { en: 'France' }, fraction: 1, feedback: { en: 'Yes' } },
            { text: { en: 'Europe' }, fraction: 0.5 },
          ],
        },
        { name: '2', kind: 'number', weight: 2, answers: [{ text: { en: '3.14:0.01' }, fraction: 1 }] },
        {
          name: '3',
          kind: 'choice',
          shuffle: true,
          answers: [{ fraction: 1 }, { fraction: 0 }, { text: { en: 'a~b' }, fraction: -0.5 }],
        },
      ],
    })
  })

  it('reads words that are dragged or chosen', () => {
    const words =
      '<dragbox><text>cat</text><group>1</group><infinite/></dragbox><dragbox><text>dog</text><group>2</group></dragbox>'
    const dragged = one('ddwtos', words, 'A [[1]] here.')
    expect(dragged.body).toMatchObject({
      stem: { en: 'A [[1]] here.' },
      reuse: true,
      words: [
        { name: '1', text: { en: 'cat' }, group: 1 },
        { name: '', text: { en: 'dog' }, group: 2 },
      ],
    })
    expect(dragged.problems).toEqual([expect.objectContaining({ code: 'MOODLE_PART_LOST', message: 'Q: infinite' })])
    const chosen = one('gapselect', '<selectoption><text>on</text><group>1</group></selectoption>', 'Switch it [[1]].')
    expect(chosen.body).toMatchObject({ words: [{ name: '1', text: { en: 'on' } }] })
    expect(chosen.type).toBe('dropdown-gaps')
  })

  it('reads markers on a picture, pixels as percent', () => {
    const { body, files, problems } = one(
      'ddmarker',
      `<file name="map one.png" encoding="base64">${png}</file><drag><no>1</no><text>Here</text><noofdrags>1</noofdrags></drag>
       <drop><no>1</no><shape>circle</shape><coords>0,1;0.5</coords><choice>1</choice></drop>`,
    )
    expect(problems).toEqual([])
    expect(body).toMatchObject({
      media: { file: 'f/map-one.png' },
      markers: [{ text: { en: 'Here' }, reusable: false, zones: [{ shape: 'circle', coordinates: '0,100; 50' }] }],
    })
    expect(files).toEqual([{ path: 'f/map-one.png', base64: png }])
  })

  it('reads calculated questions with their ranges', () => {
    const set =
      '<dataset_definition><name><text>a</text></name><distribution><text>uniform</text></distribution><minimum><text>1</text></minimum><maximum><text>9</text></maximum><decimals><text>1</text></decimals></dataset_definition>'
    const { body, problems } = one(
      'calculated',
      `<answer fraction="100"><text>{a}*2</text><tolerance>0.01</tolerance><tolerancetype>2</tolerancetype></answer><dataset_definitions>${set}</dataset_definitions>`,
      'Twice {a}? Not {={a}*3}.',
    )
    expect(problems).toEqual([])
    expect(body).toMatchObject({
      stem: { en: expect.stringMatching(/Twice \{a\}\? Not \{=a\*3\}\./) },
      answers: [{ formula: 'a*2', tolerance: 0.01, toleranceType: 'absolute' }],
      parameters: [{ name: 'a', min: 1, max: 9, decimals: 1 }],
    })
  })

  it('keeps tags, categories, marks, files in texts and hints', () => {
    const bank = read(`<question type="category"><category><text>$course$/top/Maps/Old</text></category></question>
      <question type="shortanswer"><name><text>N</text></name>
      <questiontext format="html"><text><![CDATA[<img src="@@PLUGINFILE@@/a%20b.png" alt="A map">]]></text><file name="a b.png" encoding="base64">${png}</file></questiontext>
      <defaultgrade>2.5</defaultgrade><tags><tag><text>old</text></tag><tag><text>map</text></tag></tags>
      <hint format="html"><text>Look</text><shownumcorrect/></hint>${answer('100', 'x')}</question>`)
    expect(bank.problems).toEqual([])
    expect(bank.questions).toMatchObject([
      {
        mark: 2.5,
        category: 'Maps/Old',
        question: {
          name: 'N',
          tags: ['old', 'map'],
          line: 4,
          body: { stem: { en: '![A map](f/a-b.png)' }, hints: [{ text: { en: 'Look' }, showNumberRight: true }] },
        },
      },
    ])
    expect(bank.files).toHaveLength(1)
  })

  it('names what it leaves out', () => {
    const bank = read(`<question type="stack"><name><text>S</text></name></question>
      <question type="multichoice"><name><text>M</text></name><questiontext><text>?</text></questiontext><correctfeedback><text>Well done</text></correctfeedback>
      <penalty>0.5</penalty><hidden>0</hidden><answer fraction="100"><text>a</text></answer></question>
      <question type="cloze"><name><text>C</text></name><questiontext><text>{1:MULTIRESPONSE:=a~=b}</text></questiontext></question>`)
    expect(bank.problems.map(({ code, line, message }) => `${line} ${code} ${message}`)).toEqual([
      '3 QUESTION_UNSUPPORTED S: questions of the type stack like this one are not read',
      '4 MOODLE_PART_LOST M: correctfeedback, penalty',
      '6 QUESTION_UNSUPPORTED C: questions of the type cloze like this one are not read',
    ])
    expect(bank.questions.map(({ name, question }) => [name, question === null])).toEqual([
      ['S', true],
      ['M', false],
      ['C', true],
    ])
  })

  it('takes scripts, handlers and unsafe addresses out', () => {
    const { body } = one('essay', '', '<p onclick="x()">a<script>alert(1)</script><a href="javascript:x()">b</a></p>')
    expect(JSON.stringify(body)).not.toMatch(/script|onclick|alert/)
  })

  it('reads entities and characters by number once', () => {
    const bank = read(
      '<question type="essay"><name><text>&amp;lt; &#233; &#x44F;</text></name><questiontext format="plain_text"><text>a &lt; b *c*</text></questiontext></question>',
    )
    expect(bank.questions[0]?.question).toMatchObject({ name: '&lt; é я', body: { stem: { en: 'a \\< b \\*c\\*' } } })
  })

  it.each([
    ['XML_DOCTYPE', '<!DOCTYPE quiz [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]><quiz>&b;</quiz>'],
    ['XML_INVALID', '<quiz><question></quiz>'],
    ['XML_INVALID', 'no xml'],
    ['XML_INVALID', `${'<quiz>'.repeat(5000)}${'</quiz>'.repeat(5000)}`],
    ['MOODLE_XML_MISSING', '<lesson></lesson>'],
  ])('refuses with %s (%#)', (code, text) => {
    expect(parseMoodleXml({ text, file: 'x', language: 'en', folder: 'f' })).toMatchObject({ ok: false, error: { code } })
  })
})
