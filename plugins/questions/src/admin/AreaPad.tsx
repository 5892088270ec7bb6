'use client'

import { Button, useAllFormFields, useConfig, useForm, useLocale, useTranslation } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useId, useState } from 'react'
import { addCorner, formatShape, newShape, removeCorner } from '../shared/picture/editShape.ts'
import { shapeProblem } from '../shared/picture/shapeProblem.ts'
import type { Shape, ShapeKind } from '../shared/picture/shapes.ts'
import { AreaCanvas, type DrawnArea } from './areas/AreaCanvas.tsx'
import { readAreas } from './areas/readAreas.ts'
import { usePicture } from './areas/usePicture.ts'
import { areaWords } from './areas/words.ts'
import './areas/areas.css'

const kinds: ShapeKind[] = ['rectangle', 'circle', 'polygon']

/**
 * In a question on a picture, beside its areas (`areas`) or the zones of its markers (`markers`): the picture, on which they
 * are drawn. What is drawn is written into the fields of coordinates, and what is written there is drawn.
 */
export const AreaPad: UIFieldClientComponent = ({ path, readOnly }) => {
  const [fields, dispatch] = useAllFormFields()
  const { addFieldRow, setModified } = useForm()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { code } = useLocale()
  const id = useId()
  const words = areaWords(i18n.language)
  const block = path.slice(0, path.lastIndexOf('.'))
  const picture = usePicture({ api: config.routes.api, media: fields[`${block}.media`]?.value, locale: code })
  const { areas, unreadable, markers } = readAreas({ fields, block })
  const [wanted, setWanted] = useState<string | null>(null)
  const [handle, setHandle] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [marker, setMarker] = useState(0)
  const chosen = areas.find(({ path: row }) => row === wanted) ?? areas[0] ?? null
  const corner = chosen?.shape.kind === 'polygon' && handle !== null && /^\d+$/.test(handle) ? Number(handle) : null
  const disabled = Boolean(readOnly)

  const write = (area: DrawnArea, shape: Shape): boolean => {
    const coordinates = formatShape(shape)
    const problem = shapeProblem({ kind: shape.kind, coordinates })
    setSaid(problem ? (words.problems[problem.code] ?? problem.message) : '')
    if (problem) return false
    dispatch({ type: 'UPDATE', path: `${area.path}.coordinates`, value: coordinates })
    setModified(true)
    return true
  }
  const add = (kind: ShapeKind) => {
    const aspect =
      picture !== 'none' && picture !== 'failed' && picture.width && picture.height ? picture.height / picture.width : 1
    const coordinates = formatShape(newShape({ kind, aspect }))
    const list = markers === null ? `${block}.areas` : `${block}.markers.${marker}.zones`
    const at = fields[list]?.rows?.length ?? 0
    const state = (value: string) => ({ value, initialValue: value, valid: true, passesCondition: true })
    const subFieldState = { shape: state(kind), coordinates: state(coordinates) }
    addFieldRow({ path: list, rowIndex: at, schemaPath: list, subFieldState })
    setWanted(`${list}.${at}`)
    setSaid('')
  }

  if (picture === 'none' || picture === 'failed') {
    return <p className="field-type area-note">{picture === 'none' ? words.noPicture : words.unreadable}</p>
  }
  return (
    <section className="field-type area-pad" aria-label={words.title}>
      <p>
        <strong>{words.title}</strong>
      </p>
      <div className="area-tools">
        {markers === null ? null : (
          <label>
            <span>{words.marker}</span>
            <select value={marker} onChange={(event) => setMarker(Number(event.currentTarget.value))}>
              {markers.map((text, at) => (
                <option key={at} value={at}>
                  {words.area(at + 1, text)}
                </option>
              ))}
            </select>
          </label>
        )}
        {kinds.map((kind) => (
          <Button
            key={kind}
            buttonStyle="secondary"
            size="small"
            disabled={disabled || markers?.length === 0}
            onClick={() => add(kind)}
            aria-label={`${words.add}: ${words.shapes[kind]}`}
          >
            + {words.shapes[kind]}
          </Button>
        ))}
        {areas.length > 1 ? (
          <label htmlFor={`${id}-chosen`}>
            <span>{words.chosen}</span>
            <select id={`${id}-chosen`} value={chosen?.path ?? ''} onChange={(event) => setWanted(event.currentTarget.value)}>
              {areas.map((area) => (
                <option key={area.path} value={area.path}>
                  {words.area(area.number, area.text)}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
      {markers?.length === 0 ? <p className="area-note">{words.noMarkers}</p> : null}
      <AreaCanvas
        picture={picture}
        areas={areas}
        chosen={chosen?.path ?? null}
        words={words}
        language={i18n.language}
        disabled={disabled}
        onChoose={(row) => {
          setWanted(row)
          setHandle(null)
        }}
        onChange={write}
        onFocusHandle={setHandle}
      />
      <p className="area-note">{words.keys}</p>
      {corner !== null && chosen ? (
        <div className="area-tools">
          <Button
            buttonStyle="secondary"
            size="small"
            onClick={() => write(chosen, addCorner({ shape: chosen.shape, after: corner }))}
          >
            {words.corner(corner + 1)}: {words.addCorner}
          </Button>
          <Button
            buttonStyle="secondary"
            size="small"
            disabled={chosen.shape.kind === 'polygon' && chosen.shape.points.length <= 3}
            onClick={() => write(chosen, removeCorner({ shape: chosen.shape, at: corner }))}
          >
            {words.corner(corner + 1)}: {words.removeCorner}
          </Button>
        </div>
      ) : null}
      <p role="status" className="area-problem">
        {said || unreadable.map((number) => `${words.area(number, '')}: ${words.problems.COORDINATES_UNREADABLE}`).join(' ')}
      </p>
    </section>
  )
}
