import type { QuestionRenderer } from '@lectern/kernel/site'
import { questionRendererPackages } from '../../learn.config.ts'

let renderers: Promise<Map<string, QuestionRenderer>> | undefined

/** The renderer of a question type, or undefined when no installed package brings one. */
export async function findRenderer(type: string): Promise<QuestionRenderer | undefined> {
  renderers ??= loadRenderers()
  return (await renderers).get(type)
}

async function loadRenderers(): Promise<Map<string, QuestionRenderer>> {
  const packages = await Promise.all(questionRendererPackages.map((load) => load()))
  return new Map(packages.flatMap(({ questionRenderers }) => questionRenderers.map((renderer) => [renderer.type, renderer])))
}
