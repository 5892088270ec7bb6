import { rendererPackages } from 'lectern:question-renderers'
import type { QuestionRenderer } from '@lectern/kernel/site'

let renderers: Promise<Map<string, QuestionRenderer>> | undefined

/** The renderer of a question type, or undefined when no installed package brings one. */
export async function findRenderer(type: string): Promise<QuestionRenderer | undefined> {
  renderers ??= loadRenderers()
  return (await renderers).get(type)
}

async function loadRenderers(): Promise<Map<string, QuestionRenderer>> {
  const packages = await Promise.all(rendererPackages.map((load) => load()))
  return new Map(packages.flatMap(({ questionRenderers }) => questionRenderers.map((renderer) => [renderer.type, renderer])))
}
