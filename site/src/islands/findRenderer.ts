import { rendererPackages } from 'lectern:question-renderers'
import type { QuestionMarker, QuestionRenderer } from '@lectern/kernel/site'

type Packages = Awaited<ReturnType<(typeof rendererPackages)[number]>>[]
let packages: Promise<Packages> | undefined

/** The renderer of a question type, or undefined when no installed package brings one. */
export async function findRenderer(type: string): Promise<QuestionRenderer | undefined> {
  return (await loadPackages()).flatMap(({ questionRenderers }) => questionRenderers).find((renderer) => renderer.type === type)
}

/** What marks questions of a type on the device, or undefined when they cannot be practised. */
export async function loadMarker(type: string): Promise<QuestionMarker | undefined> {
  const entries = (await loadPackages()).flatMap(({ questionMarkers }) => questionMarkers ?? [])
  return entries.find((entry) => entry.type === type)?.load()
}

function loadPackages(): Promise<Packages> {
  packages ??= Promise.all(rendererPackages.map((load) => load()))
  return packages
}
