/** What a browser shows of a result: path, title, title of the course it is in, language of the title ('' for the page's). */
export type SearchEntry = [path: string, title: string, within: string, language: string]

/** The file that a browser loads: lunr's index, whose references are positions in `entries`. */
export type SearchFile = { index: object; entries: SearchEntry[] }
